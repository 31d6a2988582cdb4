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
 * A template for the paths of a dataset's folders or files, with dates in braces, for example
 * {@code s3://refined/kpi/dt={date}/} or {@code s3://refined/exports/kpi_{yyyyMMdd}.csv}. Braces contain a
 * {@link java.time.format.DateTimeFormatter} pattern, or {@code date} for {@code yyyy-MM-dd}. The date may be shifted
 * ({@code {date+1d}}) for folders that are named after the day on which the job runs instead of the day that the data
 * covers. A location without braces is undated: it has a single partition.
 */
public final class Location {

    private static final int MOST_RENDERED = 20_000;

    private final String template;
    private final String root;
    private final PathTemplate path;
    private final Map<LocalDateTime, String> rendered = new ConcurrentHashMap<>();

    private final Optional<MemberFolder> members;

    private Location(String root, String names, Optional<Period> minutes, Optional<MemberFolder> members) {
        this.template = root + names;
        this.root = root;
        this.path = PathTemplate.parse(names, minutes);
        this.members = members;
    }

    private static Location read(String template) {
        int firstDate = template.indexOf('{');
        int end = template.lastIndexOf('/', firstDate < 0 ? template.length() : firstDate) + 1;
        String root = template.substring(0, end);
        if (root.isEmpty() || root.endsWith("://")) {
            throw new IllegalArgumentException(
                    "location " + Display.visible(template) + " starts with a date. Put a bucket or parent folder"
                            + " first, for example s3://refined/kpi/dt={date}/");
        }
        FileNames.checkWildcards(template.substring(end), template);
        return new Location(root, template.substring(end), Optional.empty(), Optional.empty());
    }

    /**
     * Parses a template. A trailing slash is added if it is missing, unless the last name is that of a file, that is,
     * it has an extension such as {@code .csv} or a wildcard.
     *
     * @throws IllegalArgumentException if the template is invalid or its period can't be determined
     */
    public static Location of(String template) {
        if (template.isBlank()) {
            throw new IllegalArgumentException(
                    "the location is empty. Set one, for example s3://refined/kpi/dt={date}/");
        }
        return read(FileNames.complete(template));
    }

    /** Parses the template of a location whose last name is that of a file, even if it has no extension. */
    static Location file(String template) {
        return read(template);
    }

    /**
     * Returns a location in which {@code *} replaces part of a folder name and stands for the names of members that are
     * found in the lake. Such a location has paths like any other, but contains no objects.
     *
     * @param placeholder the text to replace
     * @throws IllegalArgumentException if the text is not part of exactly one folder name before the first date
     */
    public Location open(String placeholder) {
        MemberFolder folder = MemberFolder.of(root, placeholder);
        String names = template.substring(root.length());
        if (names.contains(placeholder)) {
            throw new IllegalArgumentException("the placeholder appears twice in the location. Remove one of them");
        }
        return new Location(folder.root(MemberFolder.ANY), names, period(), Optional.of(folder));
    }

    /** Returns the folder in which members are found; empty if this is the location of a single dataset. */
    public Optional<MemberFolder> memberFolder() {
        return members;
    }

    /** Returns the location of a member, whose name is used literally. */
    public Location member(String name) {
        return new Location(
                members.orElseThrow().root(name), template.substring(root.length()), period(), Optional.empty());
    }

    /**
     * Returns this location with partitions of several minutes each, which the template does not show.
     *
     * @throws IllegalArgumentException if the template has no minutes, or no partition could have its name
     */
    public Location lasting(Period minutes) {
        if (!hasMinutes()) {
            throw new IllegalArgumentException(
                    period().map(covered -> "the location has no minutes, so each partition covers one " + covered)
                                    .orElse("the location has no dates, so it has a single partition")
                            + ". Add the minutes, for example {date}/{HHmm}/, or remove period");
        }
        return new Location(root, template.substring(root.length()), Optional.of(minutes), members);
    }

    /** Returns whether the template contains minutes, so that a partition may cover several of them. */
    public boolean hasMinutes() {
        return period().filter(Period::isMinutes).isPresent();
    }

    /** Returns the period that each partition covers; empty if the location is undated. */
    public Optional<Period> period() {
        return path.period();
    }

    /**
     * Returns the folder above the first date, for example {@code s3://refined/kpi/}. If the location is undated,
     * returns the folder itself, or the folder that contains the files.
     */
    public String root() {
        return root;
    }

    /** Returns the partition for a span. The span's period must be the period of this location. */
    public Partition at(Span span) {
        return new Partition(root, rendered(span.from()), Optional.of(span));
    }

    /**
     * Returns the path for a time. Paths are cached, because rendering is slow and the histories of consecutive days
     * overlap.
     */
    private String rendered(LocalDateTime from) {
        if (rendered.size() > MOST_RENDERED) {
            rendered.clear();
        }
        return rendered.computeIfAbsent(from, path::render);
    }

    /**
     * Returns whether partitions are named after another period than their own, such as the day on which the job runs,
     * as in {@code {date+1d}}. Fiscal years, and names that contain the end of a period, are those of the period
     * itself.
     */
    public boolean namesAnotherPeriod() {
        return path.namesAnotherPeriod();
    }

    /**
     * Returns whether sorting partitions by key also sorts them by time, so that a single listing can read successive
     * partitions.
     */
    public boolean sortsByTime() {
        return path.sortsByTime();
    }

    /**
     * Returns the path of the partition whose prefix a key starts with; empty if there is none. Both the path and the
     * key are relative to the {@link #root}.
     */
    public Optional<String> pathOf(String key) {
        return path.timeOfPrefix(key).map(this::rendered);
    }

    /** Returns what precedes the first date in the paths of all partitions. The location must be dated. */
    public String prefix() {
        return template.substring(root.length(), template.indexOf('{'));
    }

    /**
     * Returns whether each partition is a single folder. Otherwise, it consists of files or of all folders that match a
     * wildcard.
     */
    public boolean isSingleFolder() {
        return path.isFolder() && !hasWildcard();
    }

    /** Returns whether a partition can consist of several files or folders, because its path contains a wildcard. */
    public boolean hasWildcard() {
        return template.indexOf('*', root.length()) >= 0;
    }

    /** Returns the single partition of an undated location. */
    public Partition undated() {
        return new Partition(root, template.substring(root.length()), Optional.empty());
    }

    /**
     * Returns the local time of the partition with the given path; empty if this location has no such partition.
     *
     * @param partitionPath the path relative to the {@link #root}, with or without a trailing slash
     */
    public Optional<LocalDateTime> parse(String partitionPath) {
        boolean isComplete = partitionPath.endsWith("/") || !path.isFolder();
        return path.parseTime(isComplete ? partitionPath : partitionPath + "/");
    }

    /**
     * Returns the local time of the partition with the given name; empty if there is none, if several partitions match,
     * or if this location is undated.
     *
     * @param pathOrDate a path as in {@link #parse}, or an ISO date that is at least as precise as the period, for
     *     example {@code 2026-01-02T05} or, unless the partitions are hours, {@code 2026-01-02}
     */
    public Optional<LocalDateTime> timeOf(String pathOrDate) {
        return period().flatMap(period -> parse(pathOrDate).or(() -> IsoTime.parse(pathOrDate)
                .filter(time -> time.isWithin(period))
                .map(time -> period.floor(time.earliest()))));
    }

    /**
     * Returns the local time of the partition that contains an object; empty if no partition does, or if this location
     * is undated.
     *
     * @param address the full path of the object
     */
    public Optional<LocalDateTime> timeOfObject(String address) {
        return address.startsWith(root) ? path.timeOfObject(address.substring(root.length())) : Optional.empty();
    }

    /**
     * Returns whether a folder, given by its full path, can be a partition, be inside a partition, or contain
     * partitions. In an undated location, every folder under the root is inside the partition.
     */
    public boolean accountsFor(String folder) {
        return root.startsWith(folder)
                || (folder.startsWith(root) && path.accountsFor(folder.substring(root.length())));
    }

    /**
     * Returns the local start time of the earliest partition that a folder, given by its full path, can belong to or
     * contain, or empty if no partition fits or the folder is above the first date.
     */
    public Optional<LocalDateTime> earliest(String folder) {
        return folder.startsWith(root) ? path.earliest(folder.substring(root.length())) : Optional.empty();
    }

    /**
     * Returns a partition's parent folders whose subfolders have dates in their names, as paths relative to the root.
     * For {@code 2026/01/02/}, these are the root itself, {@code 2026/} and {@code 2026/01/}.
     */
    public List<String> datedParents(Partition partition) {
        return path.datedParents(partition.path());
    }

    /**
     * Returns the folders above a partition like {@link #datedParents}, and those between them and the partition, as in
     * {@code dt={date}/kpi/}.
     */
    public List<String> parents(Partition partition) {
        return path.parents(partition.path());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Location that && template.equals(that.template) && period().equals(that.period());
    }

    @Override
    public int hashCode() {
        return Objects.hash(template);
    }

    /** Returns the template, with a trailing slash if it names folders. */
    @Override
    public String toString() {
        return template;
    }
}
