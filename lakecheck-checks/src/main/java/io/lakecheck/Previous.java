// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The last usable partition before the judged one. */
public record Previous() implements Baseline {

    @Override
    public Stream<Partition> candidates(Dataset dataset, Partition current) {
        return dataset.before(current);
    }

    @Override
    public int wanted() {
        return 1;
    }

    @Override
    public BigDecimal expected(List<BigDecimal> amounts) {
        return amounts.get(0);
    }

    @Override
    public String toString() {
        return "previous";
    }
}
