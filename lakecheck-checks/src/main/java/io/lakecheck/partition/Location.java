// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A folder's address with dates in braces: {@code s3://refined/kpi/dt={date}/}. What stands in braces is a pattern of
 * {@link java.time.format.DateTimeFormatter}, or {@code date} for {@code yyyy-MM-dd}, and may be shifted
 * ({@code {date+1d}}) for folders that are named by the day of the run. Without braces the dataset is undated: one
 * folder for all time.
 */
public final class Location {

    private final String template;
    private final String root;
    private final PathTemplate path;

    private Location(String template) {
        this.template = template.endsWith("/") ? template : template + "/";
        int firstDate = this.template.indexOf('{');
        int end = firstDate < 0 ? this.template.length() : this.template.lastIndexOf('/', firstDate) + 1;
        this.root = this.template.substring(0, end);
        if (root.isEmpty() || root.endsWith("://")) {
            throw new IllegalArgumentException(
                    Display.visible(template)
                            + " begins with a date; write the bucket or folder above it too, as in s3://refined/kpi/dt={date}/");
        }
        this.path = PathTemplate.parse(this.template.substring(end));
    }

    /**
     * Reads a template. A slash at its end is added where it is missing.
     *
     * @throws IllegalArgumentException where it can't tell its period; the message says what to write instead
     */
    public static Location of(String template) {
        if (template.isBlank()) {
            throw new IllegalArgumentException("the location is empty; write one like s3://refined/kpi/dt={date}/");
        }
        return new Location(template);
    }

    /** How long one partition is; empty where the location has no dates. */
    public Optional<Period> period() {
        return path.period();
    }

    /** The folder above the first date: {@code s3://refined/kpi/}. The whole location where it has no dates. */
    public String root() {
        return root;
    }

    /** The partition of a span, whose period must be this location's. */
    public Partition at(Span span) {
        return new Partition(root, path.render(span.from()), Optional.of(span));
    }

    /** Whether the folders' names sort as their times do, so that neighbours in time lie side by side in a lake. */
    public boolean sortsByTime() {
        return path.sortsByTime();
    }

    /** The one partition of an undated location. */
    public Partition undated() {
        return new Partition(root, "", Optional.empty());
    }

    /**
     * The local time that a path below the {@link #root} was made for, with or without a slash at its end; empty for a
     * stray one.
     */
    public Optional<LocalDateTime> parse(String stray) {
        return path.read(stray.endsWith("/") ? stray : stray + "/");
    }

    /**
     * Returns the local time of the partition with this name: a path as {@link #parse} takes it, or an ISO date to any
     * field ({@code 2026-01-02}, {@code 2026-01-02T05}); empty if it is neither, or if this location is undated.
     */
    public Optional<LocalDateTime> timeOf(String pathOrDate) {
        return period().flatMap(period ->
                parse(pathOrDate).or(() -> IsoTime.read(pathOrDate).map(period::floor)));
    }

    /**
     * Whether a folder at this address may be above partitions of this location, one of them, or in one. Of an undated
     * location everything below it is.
     */
    public boolean accountsFor(String folder) {
        return root.startsWith(folder)
                || (folder.startsWith(root) && path.accountsFor(folder.substring(root.length())));
    }

    /**
     * The folders above a partition in which names hold dates, as paths below the root: of {@code 2026/01/02/} the root
     * itself, {@code 2026/} and {@code 2026/01/}.
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

    /** As it was written, with a slash at its end. */
    @Override
    public String toString() {
        return template;
    }
}
