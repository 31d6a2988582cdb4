// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Percentage;
import java.math.BigDecimal;

/**
 * The syntax of percentages, such as {@code 30%} and {@code 12.5 %}. They are never negative. The percent sign is
 * required, so that 0.3 can't be mistaken for 30 %.
 */
final class PercentageType extends ScalarType<Percentage> {

    static final PercentageType ANY = new PercentageType("a percentage such as 30% or 12.5%", Integer.MAX_VALUE);

    /** The syntax of percentages up to 100 %, for example for a drop. */
    static final PercentageType UP_TO_ALL =
            new PercentageType("a percentage of at most 100%, such as 30% or 12.5%", 100);

    private final BigDecimal most;

    private PercentageType(String expected, long most) {
        super("percentage", expected, "[0-9]{1,9}(\\.[0-9]{1,9})? ?%");
        this.most = BigDecimal.valueOf(most);
    }

    @Override
    Percentage parse(String text) {
        BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1).strip());
        if (percent.compareTo(most) > 0) {
            throw new InvalidValueException("'" + text + "' is more than 100%", expectation());
        }
        return new Percentage(percent);
    }

    @Override
    InvalidValueException explain(String text) {
        return text.matches("[0-9]+(\\.[0-9]+)?")
                ? invalid(text, "the percent sign is missing (write " + text + "%)")
                : super.explain(text);
    }
}
