// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Percentage;
import java.math.BigDecimal;

/** Shares: {@code 30%}, {@code 12.5 %}, never negative. The sign is not left out, so that nobody takes 0.3 for 30. */
final class PercentageType extends ScalarType<Percentage> {

    static final PercentageType ANY = new PercentageType("a percentage such as 30% or 12.5%", Integer.MAX_VALUE);

    /** For what can't fall by more than all of it. */
    static final PercentageType UP_TO_ALL = new PercentageType("a percentage up to 100%, such as 30% or 12.5%", 100);

    private final BigDecimal most;

    private PercentageType(String expected, long most) {
        super("percentage", expected, "[0-9]{1,9}(\\.[0-9]{1,9})? ?%");
        this.most = BigDecimal.valueOf(most);
    }

    @Override
    Percentage parse(String text) {
        BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1).strip());
        if (percent.compareTo(most) > 0) {
            throw new InvalidValueException("'" + text + "' is more than all of it", "write " + expected());
        }
        return new Percentage(percent);
    }

    @Override
    String remedy(String text) {
        return text.matches("[0-9]+(\\.[0-9]+)?") ? "it has no percent sign; write " + text + "%" : super.remedy(text);
    }
}
