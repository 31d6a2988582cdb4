// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** The measures that a comparison of partitions can use. */
public enum Volume {
    BYTES,
    OBJECTS;

    /** Returns the amount in a partition, as a number of bytes or objects. */
    public long in(Snapshot snapshot) {
        return this == BYTES ? snapshot.bytes().bytes() : snapshot.objects();
    }

    /**
     * Returns the run whose amount is the median of all runs in a partition, or the whole partition if the dataset does
     * not check each run.
     */
    public Snapshot typicalRun(Snapshot partition) {
        if (partition.data().subtotals().runs().isEmpty()) {
            return partition;
        }
        List<Snapshot> ascending = partition.runs().values().stream()
                .sorted(Comparator.comparingLong(this::in))
                .toList();
        return ascending.get(ascending.size() / 2);
    }

    /** Formats an amount without fractions of a byte or object, for example {@code 361 kB} or {@code 12 objects}. */
    public String text(BigDecimal amount) {
        long whole = amount.longValue();
        return this == BYTES ? new ByteSize(whole).toString() : Display.count(whole, "object");
    }

    /** Formats an amount like {@link #text}, but without rounding if it would otherwise look like a different one. */
    String text(BigDecimal amount, BigDecimal other) {
        if (amount.compareTo(other) == 0 || !text(amount).equals(text(other))) {
            return text(amount);
        }
        if (this == BYTES) {
            return new ByteSize(amount.longValue()).exact();
        }
        BigDecimal rounded = Display.round(amount, other);
        return rounded.compareTo(BigDecimal.ONE) == 0 ? "1 object" : Display.plain(rounded) + " objects";
    }
}
