// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.math.BigDecimal;

/** The syntax of multiples, such as {@code 2} and {@code 1.4}. They must be greater than 0. */
final class MultipleType extends ScalarType<BigDecimal> {

    static final MultipleType TYPE = new MultipleType();

    private MultipleType() {
        super("multiple", "a number greater than 0, such as 2 or 1.4", "[0-9]{1,6}(\\.[0-9]{1,6})?");
    }

    @Override
    BigDecimal parse(String text) {
        BigDecimal times = new BigDecimal(text);
        if (times.signum() == 0) {
            throw new InvalidValueException("'" + text + "' is not greater than 0", expectation());
        }
        return times.stripTrailingZeros();
    }
}
