// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.math.BigDecimal;

/** The grammar of multiples, which are above 0: {@code 2}, {@code 1.4}. */
final class MultipleType extends ScalarType<BigDecimal> {

    static final MultipleType TYPE = new MultipleType();

    private MultipleType() {
        super("multiple", "a number above 0 such as 2 or 1.4", "[0-9]{1,6}(\\.[0-9]{1,6})?");
    }

    @Override
    BigDecimal parse(String text) {
        BigDecimal times = new BigDecimal(text);
        if (times.signum() == 0) {
            throw new InvalidValueException("'" + text + "' is not above 0", expectation());
        }
        return times.stripTrailingZeros();
    }
}
