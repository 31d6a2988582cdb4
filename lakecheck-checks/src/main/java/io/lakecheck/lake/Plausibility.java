// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Location;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reasons to doubt that a partition is what its dataset expects, although it has data: the data was written before the
 * events that it describes, or other objects in the partition seem to matter more.
 *
 * @param location the location of the partition
 * @param found the partition
 * @param isSteady whether the dataset is expected to have data in every period
 */
public record Plausibility(Location location, Snapshot found, boolean isSteady) {

    /** The maximum difference between the lake's clock and the clocks of the jobs that write to the lake. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** If less than one in this many bytes was written too early, only the clock of one of the writers is wrong. */
    private static final long STRAGGLERS = 100;

    /** The part of a period within which a job writes all its data, unlike a stream. */
    private static final int BRIEF = 8;

    /** Returns the earliest time at which data of a period can have been written; earlier data is doubtful. */
    public static Instant earliest(Span span) {
        return span.begin().minus(CLOCK_TOLERANCE);
    }

    /** Returns the reasons as phrases that are safe to print, or an empty list if the data is plausible or absent. */
    public List<String> doubts() {
        if (found.isEmpty()) {
            return List.of();
        }
        Optional<Span> span = found.partition().span();
        return Stream.of(writtenBeforePeriod().or(() -> span.flatMap(this::completeBeforeEnd)), hidden())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns a remark on data that was written after the latest possible time; empty if there is none. */
    public Optional<String> writtenAfter(Instant latest) {
        ZoneId zone = found.partition().span().map(Span::zone).orElse(ZoneOffset.UTC);
        return found.newest()
                .filter(last -> last.modified().isAfter(latest.plus(CLOCK_TOLERANCE)))
                .map(last -> Display.visible(last.key()) + " was written " + Display.moment(last.modified(), zone)
                        + ", which is in the future");
    }

    /** Returns a remark on data that was written before its period began; empty if there is none. */
    public Optional<String> writtenBeforePeriod() {
        return found.isEmpty() ? Optional.empty() : found.partition().span().flatMap(this::writtenBefore);
    }

    private Optional<String> writtenBefore(Span span) {
        return found.data()
                .by(earliest(span))
                .map(early -> early.bytes().bytes())
                .filter(early -> early > 0 && early >= found.bytes().bytes() / STRAGGLERS)
                .flatMap(early -> found.oldest())
                .map(first -> Display.visible(first.key()) + " was written "
                        + Display.moment(first.modified(), span.zone()) + ", before its " + PeriodNames.unit(span)
                        + " began");
    }

    /**
     * If the folders are named after the period in which the job runs, a location without a shift is probably wrong. A
     * job that runs in the second half of its period may have all data, for example after an exchange has closed or on
     * the last workday of a week.
     */
    private Optional<String> completeBeforeEnd(Span span) {
        Duration period = Duration.between(span.begin(), span.end());
        Instant middle = span.begin().plus(period.dividedBy(2));
        return Optional.of(span)
                .filter(unshifted -> !location.namesAnotherPeriod())
                .flatMap(unshifted -> complete(span, period.dividedBy(BRIEF)))
                .filter(complete -> !complete.isAfter(middle))
                .map(complete -> "complete " + Display.moment(complete, span.zone()) + ", "
                        + (complete.isBefore(earliest(span))
                                ? "before its " + PeriodNames.unit(span) + " began"
                                        + (found.marker().isPresent() ? "; check that this run wrote the marker" : "")
                                : beforeEnd(span, complete)));
    }

    private static String beforeEnd(Span span, Instant complete) {
        String unit = PeriodNames.unit(span);
        return Display.duration(Duration.between(complete, span.end())) + " before its " + unit
                + " ended; if its name is the " + (span.period().equals(Period.DAY) ? "date on" : unit + " in")
                + " which the job ran, shift it by one " + unit + ", for example " + PeriodNames.shifted(span);
    }

    /** Returns when the partition became complete; empty if more data might have followed, as in a stream. */
    private Optional<Instant> complete(Span span, Duration brief) {
        if (found.marker().isPresent()) {
            return found.arrival();
        }
        boolean isShort = span.period().isWithinDay() || !isSteady;
        return found.newest().map(LakeObject::modified).filter(last -> !isShort).filter(last -> found.oldest()
                .filter(first -> Duration.between(first.modified(), last).compareTo(brief) <= 0)
                .isPresent());
    }

    private Optional<String> hidden() {
        HiddenObjects hidden = found.ignored().hidden();
        boolean isLarge = hidden.isAsLargeAs(found.data());
        boolean isNewer = hidden.isNewerThan(found.data());
        return hidden.newest()
                .filter(any -> isLarge || isNewer)
                .map(newest -> "objects with hidden names, such as " + Display.visible(newest.key()) + ", have "
                        + hidden.bytes()
                        + (isLarge
                                ? (hidden.bytes().equals(found.bytes())
                                        ? ", as much as the data"
                                        : ", more than the data")
                                : "")
                        + (isNewer ? (isLarge ? " and are newer" : ", and are newer than the data") : "")
                        + "; set include to count them, or exclude to ignore them");
    }
}
