// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A summary of when the partitions of a dataset usually arrive, relative to the end of their periods.
 *
 * @param latest the time from the end of the period to the latest usual arrival; negative if it was before the end
 * @param usual the number of partitions with a usual arrival time
 * @param stragglers the number of partitions to which a few objects were added after the deadline
 * @param others the number of partitions that arrived much later, or that have been copied or rewritten since
 */
record Arrivals(Duration latest, int usual, long stragglers, int others) {

    /** The minimum margin of periods of an hour and longer. */
    private static final Duration MIN_MARGIN = Duration.ofMinutes(30);

    /**
     * An arrival counts as usual if it is at most this many median absolute deviations after the median, or at most
     * twice the minimum margin after it if that is longer.
     */
    private static final int DEVIATIONS = 6;

    /**
     * Returns the usual arrivals, or empty if there are no arrivals, or if most partitions were written so late that
     * they must have been copied.
     */
    static Optional<Arrivals> of(List<PastPartition> partitions, Period period) {
        List<Duration> all = partitions.stream()
                .flatMap(partition -> partition.lateness().stream())
                .sorted()
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Duration median = median(all);
        Duration range = median(all.stream()
                        .map(each -> each.minus(median).abs())
                        .sorted()
                        .toList())
                .multipliedBy(DEVIATIONS);
        Duration end = median.plus(max(range, minMargin(period).multipliedBy(2)));
        List<Duration> usual =
                all.stream().filter(each -> each.compareTo(end) <= 0).toList();
        if (median.compareTo(longest(period)) > 0) {
            return Optional.empty();
        }
        Arrivals found = new Arrivals(usual.get(usual.size() - 1), usual.size(), 0, all.size() - usual.size());
        return Optional.of(new Arrivals(
                found.latest,
                found.usual,
                partitions.stream()
                        .filter(partition -> partition.hasStragglers(found.due(period)))
                        .filter(partition -> partition.lateness().orElseThrow().compareTo(found.latest) <= 0)
                        .count(),
                found.others));
    }

    /** Returns the arrivals of several datasets, or empty if those of one are unknown. */
    static Optional<Arrivals> merged(List<Optional<Arrivals>> all) {
        return all.stream()
                .reduce((a, b) -> a.flatMap(one -> b.map(other -> new Arrivals(
                        max(one.latest, other.latest),
                        one.usual + other.usual,
                        one.stragglers + other.stragglers,
                        one.others + other.others))))
                .flatMap(Function.identity());
    }

    private static Duration median(List<Duration> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** Returns the minimum margin, which is half of a period that is shorter than an hour. */
    private static Duration minMargin(Period period) {
        Duration half = Duration.ofMinutes(period.length()).dividedBy(2);
        return period.isMinutes() && half.compareTo(MIN_MARGIN) < 0 ? half : MIN_MARGIN;
    }

    private static Duration longest(Period period) {
        return period.isLongerThanDay() ? Duration.ofDays(14) : Duration.ofDays(3);
    }

    /** Returns a cautious deadline for a dataset whose arrival times are unknown. */
    static Duration guess(Period period) {
        if (period.isWithinDay()) {
            return Duration.ofHours(2);
        }
        return period.isLongerThanDay() ? Duration.ofDays(3) : Duration.ofDays(1);
    }

    /** Returns a few sentences of evidence for the deadline. */
    String evidence(FolderLayout layout) {
        Period period = layout.period();
        return YamlWriter.partitions(usual, usual + others)
                + (usual + others == 1
                        ? " was complete "
                        : latest.isNegative() ? " were complete at least " : " were complete within ")
                + Display.duration(latest)
                + (latest.isNegative() ? " before" : usual + others == 1 ? " after" : " of") + " the end of "
                + (usual + others == 1 ? "its " : "their ") + period + "."
                + (latest.isNegative()
                        ? " Check that the time zone is right. If folders are named after the " + period
                                + " on which the job runs, write "
                                + Display.visible(layout.shifted(1).template()) + " instead."
                        : " The deadline adds a margin of 25 %, or " + Display.duration(minMargin(period))
                                + " if that is longer.")
                + late();
    }

    /** Returns sentences about what arrived after the deadline. */
    String late() {
        return (stragglers == 0
                        ? ""
                        : " In " + stragglers + " of them, less than 1 % of the bytes arrived later, which recency"
                                + " accepts.")
                + ignored();
    }

    private String ignored() {
        return switch (others) {
            case 0 -> "";
            case 1 -> " The other partition is ignored, because it arrived much later or has been rewritten since.";
            default ->
                " The other " + others + " are ignored, because they arrived much later or have been rewritten since.";
        };
    }

    /** Returns the text to use instead of {@link #evidence} for a dataset whose arrival times are unknown. */
    static String noEvidence(Period period) {
        return "The arrival times are unknown, because the objects were written long after the end of their " + period
                + ", probably by a copy or a restore. The deadline is a guess, and all past partitions look late.";
    }

    /**
     * Returns the suggested deadline, as the time after the end of a period. It is the latest usual arrival plus a
     * margin of 25 %, but no less than 30 minutes or half of a shorter period, rounded up.
     */
    Duration due(Period period) {
        Duration from = latest.isNegative() ? Duration.ZERO : latest;
        long seconds = from.plus(max(from.dividedBy(4), minMargin(period))).toSeconds();
        long step = step(seconds).toSeconds();
        return Duration.ofSeconds((seconds + step - 1) / step * step);
    }

    private static Duration step(long seconds) {
        if (seconds <= 1800) {
            return Duration.ofMinutes(5);
        }
        return seconds <= 2 * 3600 ? Duration.ofMinutes(15) : Duration.ofHours(1);
    }
}
