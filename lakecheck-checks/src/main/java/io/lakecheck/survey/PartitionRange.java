// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.value.Utf8Order;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The partitions that one range listing must read, sorted by date. */
final class PartitionRange {

    private final List<Partition> partitions;
    private final Map<String, Partition> byPath;
    private final String lastPrefix;

    /** @param partitions the partitions, earliest first; they must belong to one location whose paths sort by time */
    PartitionRange(List<Partition> partitions) {
        this.partitions = List.copyOf(partitions);
        this.byPath = partitions.stream().collect(Collectors.toMap(Partition::path, Function.identity()));
        this.lastPrefix = partitions.isEmpty() ? "" : last().prefix();
    }

    List<Partition> partitions() {
        return partitions;
    }

    /** Returns the partition with this path. */
    Optional<Partition> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Returns whether a key or path comes after all partitions, in key order. */
    boolean endsBefore(String path) {
        return Utf8Order.BYTES.compare(lastPrefix, path) < 0 && !path.startsWith(lastPrefix);
    }

    /**
     * Returns a key that comes after all keys in the partitions, or empty if there are no partitions or no such key.
     */
    Optional<String> lastKey() {
        int end = lastPrefix.offsetByCodePoints(lastPrefix.length(), partitions.isEmpty() ? 0 : -1);
        return Optional.of(lastPrefix)
                .filter(prefix -> end < prefix.length())
                .map(prefix -> prefix.codePointAt(end) + 1)
                .filter(next -> Character.isValidCodePoint(next) && Character.getType(next) != Character.SURROGATE)
                .map(next -> lastPrefix.substring(0, end) + Character.toString(next));
    }

    /** Returns, for each partition, the prefix of its keys, in key order. */
    List<String> prefixes() {
        return partitions.stream().map(Partition::prefix).toList();
    }

    /** Returns the number of periods from the first to the last partition. */
    long periods() {
        return partitions.isEmpty() ? 0 : period().count(from(partitions.get(0)), from(last())) + 1;
    }

    /**
     * Returns a range of keys that includes all partitions and may extend beyond the last one. There must be at least
     * one partition.
     */
    KeyRange keys() {
        String first = partitions.get(0).prefix();
        int common = 0;
        while (first.charAt(common) == lastPrefix.charAt(common)) {
            common++;
        }
        // The start key is the prefix without its last character, because a listing excludes its start key, and there
        // may be an object whose key is the entire prefix.
        return new KeyRange(
                partitions.get(0).root(),
                first.substring(0, common),
                first.substring(0, first.offsetByCodePoints(first.length(), -1)));
    }

    /**
     * Splits the range at gaps that are wider than a page.
     *
     * @param reached the time that the listing has reached
     * @param periodsPerPage the number of periods that the listing's last page spanned
     * @return groups of partitions. The first group, which may be empty, contains the partitions that the listing has
     *     passed or will reach on its next page. Each further group starts more than a page after the end of the
     *     previous one.
     */
    List<List<Partition>> split(LocalDateTime reached, long periodsPerPage) {
        List<List<Partition>> groups = new ArrayList<>();
        List<Partition> group = new ArrayList<>();
        LocalDateTime before = reached;
        for (Partition partition : partitions) {
            LocalDateTime from = from(partition);
            if (from.isAfter(reached)) {
                if (period().count(before, from) > periodsPerPage) {
                    groups.add(group);
                    group = new ArrayList<>();
                }
                before = from;
            }
            group.add(partition);
        }
        groups.add(group);
        return groups;
    }

    private Period period() {
        return last().span().orElseThrow().period();
    }

    private Partition last() {
        return partitions.get(partitions.size() - 1);
    }

    static LocalDateTime from(Partition partition) {
        return partition.span().orElseThrow().from();
    }
}
