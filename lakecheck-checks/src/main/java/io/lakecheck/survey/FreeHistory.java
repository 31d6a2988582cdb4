// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.SizeCheck;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The earlier partitions that fit on the page that a listing reads anyway. This is known before the first listing only
 * if the suite states how few objects a partition has: if the location names a single file, or if a size check limits
 * the number of objects. If the lake contains more objects nevertheless, the listing leaves the earlier partitions
 * after one page.
 *
 * @param objects the maximum number of objects in a partition; empty if the suite does not state one
 */
record FreeHistory(OptionalLong objects) {

    private static final FreeHistory NONE = new FreeHistory(OptionalLong.empty());

    /** The number of keys in one S3 response. */
    private static final long PAGE = 1000;

    /** The number of keys of an object and what a job may write next to it, such as a checksum. */
    private static final long KEYS_PER_OBJECT = 2;

    /** A limit on objects says little about keys if the dataset selects some of many runs or objects. */
    static FreeHistory of(Dataset dataset) {
        if (dataset.location().hasWildcard()) {
            return NONE;
        }
        if (!dataset.location().isSingleFolder()) {
            return new FreeHistory(OptionalLong.of(1));
        }
        return dataset.filter().equals(ObjectFilter.DATA) ? new FreeHistory(maxObjects(dataset)) : NONE;
    }

    private static OptionalLong maxObjects(Dataset dataset) {
        return dataset.checks().stream()
                .filter(SizeCheck.class::isInstance)
                .map(SizeCheck.class::cast)
                .flatMapToLong(size -> size.objects().max().stream())
                .min();
    }

    /**
     * Returns the earliest wanted partition with which a listing of the needed ones can start without an additional
     * request; empty if there is none before the first needed one, for example because the dataset is undated.
     *
     * @param needed the partitions to list, earliest first
     */
    Optional<Partition> start(List<Partition> needed, List<Partition> wanted) {
        if (objects.isEmpty() || needed.isEmpty() || wanted.isEmpty()) {
            return Optional.empty();
        }
        Span last = span(needed.get(needed.size() - 1));
        return wanted.stream()
                .filter(partition ->
                        span(partition).from().isBefore(span(needed.get(0)).from()))
                .filter(partition -> periods(partition, last) <= PAGE / keysPerPeriod())
                .min(Comparator.comparing(partition -> span(partition).from()));
    }

    /** Returns the number of keys that a period has at most, including its marker. */
    private long keysPerPeriod() {
        return KEYS_PER_OBJECT * Math.min(objects.orElseThrow(), PAGE) + 1;
    }

    private static long periods(Partition first, Span last) {
        return last.period().count(span(first).from(), last.from()) + 1;
    }

    private static Span span(Partition partition) {
        return partition.span().orElseThrow();
    }
}
