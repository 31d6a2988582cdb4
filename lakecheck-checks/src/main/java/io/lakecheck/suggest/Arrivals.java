// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When partitions usually come, after their period's end.
 *
 * @param latest when the last of those that came as usual had come; negative if that was before the period's end
 * @param usual how many came so
 * @param others how many came much later, or were copied or written again since
 */
record Arrivals(Duration latest, int usual, int others) {

    private static final Duration LEAST_SLACK = Duration.ofMinutes(30);
    private static final Duration LEAST_REACH = Duration.ofHours(1);

    /** So many times the usual distance from the middle is still as usual. */
    private static final int TIMES = 6;

    /** Empty where most were written so long after their period that it tells of copying, not of arriving. */
    static Optional<Arrivals> of(List<PastPartition> parts, Period period) {
        List<Duration> all = parts.stream()
                .flatMap(part -> part.lateness().stream())
                .sorted()
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Duration middle = middle(all);
        Duration reach = middle(all.stream()
                        .map(each -> each.minus(middle).abs())
                        .sorted()
                        .toList())
                .multipliedBy(TIMES);
        Duration end = middle.plus(reach.compareTo(LEAST_REACH) > 0 ? reach : LEAST_REACH);
        List<Duration> usual =
                all.stream().filter(each -> each.compareTo(end) <= 0).toList();
        return middle.compareTo(longest(period)) > 0
                ? Optional.empty()
                : Optional.of(new Arrivals(usual.get(usual.size() - 1), usual.size(), all.size() - usual.size()));
    }

    private static Duration middle(List<Duration> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static Duration longest(Period period) {
        return switch (period) {
            case HOUR, DAY -> Duration.ofDays(3);
            case WEEK, MONTH -> Duration.ofDays(14);
        };
    }

    /** A deadline where nobody knows: one that asks for nothing too early. */
    static Duration guess(Period period) {
        return switch (period) {
            case HOUR -> Duration.ofHours(2);
            case DAY -> Duration.ofDays(1);
            case WEEK, MONTH -> Duration.ofDays(3);
        };
    }

    /** In a sentence. */
    String evidence(FolderLayout layout) {
        Period period = layout.period();
        return usual + " of " + (usual + others) + " were complete " + Display.duration(latest)
                + (latest.isNegative() ? " before" : " after") + " the end of their " + period + " at the latest"
                + (latest.isNegative()
                        ? ": is the zone right? Where folders are named by the " + period + " of the run, write "
                                + Display.visible(layout.namedLater()) + "."
                        : ", and a quarter of that to spare.")
                + (others > 0 ? " " + others + " came much later, or were written again since." : "");
    }

    /** The same where it is not known. */
    static String noEvidence(Period period) {
        return "When it comes can't be told: what is there was written long after its " + period
                + ", as by a copy or a restore. This deadline is a guess, and all of the past looks late.";
    }

    /** What to ask for: later by a quarter, at least half an hour, and rounded up. */
    Duration due() {
        Duration from = latest.isNegative() ? Duration.ZERO : latest;
        Duration slack = from.dividedBy(4);
        long seconds = from.plus(slack.compareTo(LEAST_SLACK) > 0 ? slack : LEAST_SLACK)
                .toSeconds();
        long step = (seconds <= 2 * 3600 ? Duration.ofMinutes(15) : Duration.ofHours(1)).toSeconds();
        return Duration.ofSeconds((seconds + step - 1) / step * step);
    }
}
