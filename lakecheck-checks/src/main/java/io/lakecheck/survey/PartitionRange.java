// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.value.Utf8Order;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The partitions that one range listing must read, sorted by date, and the wanted ones that it passes on its way. */
final class PartitionRange {

    private final Partition start;
    private final List<Partition> partitions;
    private final List<Partition> wanted;
    private final Map<String, Partition> byPath;
    private final String lastPrefix;

    /**
     * Creates a range that starts with its first partition.
     *
     * @param partitions the partitions to read, at least one, earliest first; they must belong to one location whose
     *     paths sort by time
     * @param wanted partitions of the same location, in any order, that are read only if the listing passes them
     */
    PartitionRange(List<Partition> partitions, List<Partition> wanted) {
        this(partitions.get(0), partitions, wanted);
    }

    private PartitionRange(Partition start, List<Partition> partitions, List<Partition> wanted) {
        this.start = start;
        this.partitions = List.copyOf(partitions);
        this.wanted = List.copyOf(wanted);
        this.lastPrefix = partitions.isEmpty() ? "" : last().prefix();
        this.byPath = new HashMap<>();
        partitions.forEach(partition -> byPath.put(partition.path(), partition));
        passed().forEach(partition -> byPath.put(partition.path(), partition));
    }

    List<Partition> partitions() {
        return partitions;
    }

    /** Returns a range of the same partitions that starts with an earlier one. */
    PartitionRange startingAt(Partition earlier) {
        return new PartitionRange(earlier, partitions, wanted);
    }

    /** Returns a range with the same start that ends earlier, with the last of these partitions. */
    PartitionRange endingWith(List<Partition> remaining) {
        return new PartitionRange(start, remaining, wanted);
    }

    /** Returns the partition with which the range starts, which need not be one of those to read. */
    Partition start() {
        return start;
    }

    /** Returns the wanted partitions that a listing passes on its way from the start to the last partition. */
    List<Partition> passed() {
        if (partitions.isEmpty()) {
            return List.of();
        }
        Set<String> needed = partitions.stream().map(Partition::path).collect(Collectors.toSet());
        return wanted.stream()
                .filter(partition -> !needed.contains(partition.path()))
                .filter(partition -> !from(partition).isBefore(from(start)))
                .filter(partition -> from(partition).isBefore(from(last())))
                .toList();
    }

    /** Returns the partition with this path, whether it must be read or is passed. */
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

    /** Returns the number of periods from the start to the last partition, at least 1. */
    long periods() {
        return partitions.isEmpty() ? 1 : period().count(from(start), from(last())) + 1;
    }

    /**
     * Returns a range of keys that includes all partitions and extends beyond the last one.
     *
     * @param prefix the prefix of the keys of all partitions of the location
     */
    KeyRange keys(String prefix) {
        return KeyRange.startingAt(start.root(), prefix, start.prefix());
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
