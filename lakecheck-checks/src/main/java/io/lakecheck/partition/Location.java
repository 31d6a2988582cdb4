// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder's address with dates in braces, for example {@code s3://refined/kpi/dt={date}/}. Braces contain a pattern of
 * {@link java.time.format.DateTimeFormatter}, or {@code date} for {@code yyyy-MM-dd}. The date may be shifted
 * ({@code {date+1d}}) for folders that are named after the day of the job's run instead of the data's day. Without
 * braces the location is undated: it has a single partition.
 */
public final class Location {

    private static final int MOST_RENDERED = 20_000;

    private final String template;
    private final String root;
    private final PathTemplate path;
    private final Map<LocalDateTime, String> rendered = new ConcurrentHashMap<>();

    private Location(String template) {
        this.template = template.endsWith("/") ? template : template + "/";
        int firstDate = this.template.indexOf('{');
        int end = firstDate < 0 ? this.template.length() : this.template.lastIndexOf('/', firstDate) + 1;
        this.root = this.template.substring(0, end);
        if (root.isEmpty() || root.endsWith("://")) {
            throw new IllegalArgumentException(
                    "location " + Display.visible(template) + " starts with a date. Put a bucket or parent folder"
                            + " first, for example s3://refined/kpi/dt={date}/");
        }
        this.path = PathTemplate.parse(this.template.substring(end));
    }

    /**
     * Parses a template. Adds a slash at its end if it is missing.
     *
     * @throws IllegalArgumentException if the template is invalid or its period can't be determined
     */
    public static Location of(String template) {
        if (template.isBlank()) {
            throw new IllegalArgumentException(
                    "the location is empty. Set one, for example s3://refined/kpi/dt={date}/");
        }
        return new Location(template);
    }

    /** Returns the period of one partition; empty if the location is undated. */
    public Optional<Period> period() {
        return path.period();
    }

    /**
     * Returns the folder above the first date, for example {@code s3://refined/kpi/}; the whole location if it is
     * undated.
     */
    public String root() {
        return root;
    }

    /** Returns the partition for a span, which must have the same period as this location. */
    public Partition at(Span span) {
        return new Partition(root, rendered(span.from()), Optional.of(span));
    }

    /**
     * Returns a path from the cache. Paths are cached because rendering is slow and the histories of consecutive days
     * overlap.
     */
    private String rendered(LocalDateTime from) {
        if (rendered.size() > MOST_RENDERED) {
            rendered.clear();
        }
        return rendered.computeIfAbsent(from, path::render);
    }

    /**
     * Returns whether the partitions' order by key is their order in time, so that a single listing can read successive
     * partitions.
     */
    public boolean sortsByTime() {
        return path.sortsByTime();
    }

    /** Returns the single partition of an undated location. */
    public Partition undated() {
        return new Partition(root, "", Optional.empty());
    }

    /**
     * Returns the local time of the partition at a path below the {@link #root}, with or without a slash at its end;
     * empty if this location has no such partition.
     */
    public Optional<LocalDateTime> parse(String partitionPath) {
        return path.parseTime(partitionPath.endsWith("/") ? partitionPath : partitionPath + "/");
    }

    /**
     * Returns the local time of the partition with this name: a path as for {@link #parse}, or an ISO date of any
     * precision ({@code 2026-01-02}, {@code 2026-01-02T05}); empty if the name is neither, or if this location is
     * undated.
     */
    public Optional<LocalDateTime> timeOf(String pathOrDate) {
        return period().flatMap(period ->
                parse(pathOrDate).or(() -> IsoTime.parse(pathOrDate).map(period::floor)));
    }

    /**
     * Returns the local time of the partition that contains an object at this address; empty if no partition does, or
     * if this location is undated.
     */
    public Optional<LocalDateTime> timeOfObject(String address) {
        return address.startsWith(root) ? path.timeOfObject(address.substring(root.length())) : Optional.empty();
    }

    /**
     * Returns whether a folder at this address can be a parent of partitions, a partition, or part of one. An undated
     * location accounts for everything below it.
     */
    public boolean accountsFor(String folder) {
        return root.startsWith(folder)
                || (folder.startsWith(root) && path.accountsFor(folder.substring(root.length())));
    }

    /**
     * Returns the first local time of the partitions in a folder at this address; empty if the location does not
     * account for the folder, or if the folder is above the first date.
     */
    public Optional<LocalDateTime> earliest(String folder) {
        return folder.startsWith(root) ? path.earliest(folder.substring(root.length())) : Optional.empty();
    }

    /**
     * Returns the parents of a partition in which the names of subfolders contain dates, as paths below the root: for
     * {@code 2026/01/02/} the root itself, {@code 2026/} and {@code 2026/01/}.
     */
    public List<String> datedParents(Partition partition) {
        return path.datedParents(partition.path());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Location that && template.equals(that.template);
    }

    @Override
    public int hashCode() {
        return Objects.hash(template);
    }

    /** Returns the template, with a slash at its end. */
    @Override
    public String toString() {
        return template;
    }
}
