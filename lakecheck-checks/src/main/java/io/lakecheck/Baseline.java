// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What a partition's volume is compared with: which earlier partitions, how many of them, and what is made of their amounts. */
public sealed interface Baseline permits Previous {

    /** Earlier partitions worth looking at, nearest first. */
    Stream<Partition> candidates(Dataset dataset, Partition current);

    /** How many usable ones it is made of. */
    int wanted();

    /** What to expect, from at least one usable amount, nearest first. */
    BigDecimal expected(List<BigDecimal> amounts);
}
