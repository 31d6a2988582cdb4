// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The range of amounts that a baseline expects, and whether the checked amount is in it.
 *
 * @param baseline the expected amount
 * @param lowest the lowest amount that passes
 * @param highest the highest amount that passes; empty if there is no upper limit
 * @param holds whether the checked amount passes
 */
public record ExpectedRange(BigDecimal baseline, BigDecimal lowest, Optional<BigDecimal> highest, boolean holds) {

    static ExpectedRange of(BigDecimal amount, BigDecimal baseline, BigDecimal lowest, Optional<BigDecimal> highest) {
        boolean holds = amount.compareTo(lowest) >= 0
                && highest.map(limit -> amount.compareTo(limit) <= 0).orElse(true);
        return new ExpectedRange(baseline, lowest, highest, holds);
    }
}
