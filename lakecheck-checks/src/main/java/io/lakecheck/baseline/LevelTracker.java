// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of the replay that decides when a run of days outside the usual range counts as a new level, and then shifts
 * the sizes of earlier days to that level, so that they remain comparable. Not thread-safe.
 */
final class LevelTracker {

    /**
     * The largest drop, as a logarithm, that may be accepted as a new level before {@link Cadence#longestRun}. A drop
     * to less than a third is more likely to be a fault.
     */
    private static final double DEEPEST = -Math.log(3);

    /** The number of days at the former level after which a return to it is accepted. */
    private static final int RETURN = 2;

    private final Cadence cadence;
    private final double[] sizes;
    private final CountedDays counted;
    private final OutsideDays outside;
    private final List<Integer> returning = new ArrayList<>();
    private Optional<Former> former = Optional.empty();

    /**
     * The level before the current one.
     *
     * @param shift the logarithm of the ratio of the former level to the current one
     * @param end the first day that counts as history at the current level
     * @param since the first day of the current level as stated in verdicts; may be earlier than {@code end}
     */
    private record Former(double shift, int end, int since) {}

    LevelTracker(Cadence cadence, double[] sizes, CountedDays counted, OutsideDays outside) {
        this.cadence = cadence;
        this.sizes = sizes;
        this.counted = counted;
        this.outside = outside;
    }

    /** Forgets the days that seemed to be a return to the former level. */
    void endReturn() {
        returning.clear();
    }

    /** Forgets the former level. */
    void reset() {
        former = Optional.empty();
        endReturn();
    }

    /**
     * Decides whether a change of level is accepted on the last day of a run. If so, shifts the history to the new
     * level and returns the change; otherwise, returns empty.
     */
    Optional<LevelChange> change(IncidentRun run, Forecast forecast) {
        int day = run.days().get(run.days().size() - 1);
        if (run.isLong()) {
            outside.markLong(run.days());
        }
        return (run.isLong() ? Optional.<LevelChange>empty() : weekdayChange(day, forecast))
                .or(() -> returnToFormer(day, forecast))
                .or(() -> newLevel(run, day, forecast));
    }

    private Optional<LevelChange> weekdayChange(int day, Forecast forecast) {
        int week = cadence.cycle();
        int first = day - 2 * week;
        if (!cadence.hasWeekdays() || !outside.isLike(day, day - week) || !outside.isLike(day, first)) {
            return Optional.empty();
        }
        List<Integer> days = List.of(first, day - week, day);
        double shift = outside.median(days);
        if (outside.agreeing(days, shift, forecast) < days.size()) {
            return Optional.empty();
        }
        counted.shift(first, shift, other -> (day - other) % week == 0);
        countAt(days, shift);
        return Optional.of(new LevelChange(LevelChange.Kind.WEEKDAY, first, day, shift));
    }

    private Optional<LevelChange> returnToFormer(int day, Forecast forecast) {
        if (former.isEmpty()) {
            return Optional.empty();
        }
        Former target = former.get();
        if (!forecast.isUsual(outside.deviation(day) - target.shift())) {
            endReturn();
            return Optional.empty();
        }
        returning.add(day);
        if (returning.size() < RETURN) {
            return Optional.empty();
        }
        int first = returning.get(0);
        counted.shift(target.end(), target.shift(), other -> true);
        for (int left = target.end(); left < first; left++) {
            counted.withdraw(left);
        }
        countAt(returning, target.shift());
        former = Optional.of(new Former(-target.shift(), first, first));
        return Optional.of(new LevelChange(LevelChange.Kind.RETURN, target.since(), day, target.shift()));
    }

    private Optional<LevelChange> newLevel(IncidentRun run, int day, Forecast forecast) {
        int needed = cadence.levelPeriods();
        if (run.days().size() < needed) {
            return Optional.empty();
        }
        List<Integer> days = run.last(needed);
        double shift = outside.median(days);
        boolean isAgreed = outside.agreeing(days, shift, forecast) >= cadence.agreeingPeriods() && shift >= DEEPEST;
        if (!isAgreed && run.days().size() < cadence.longestRun()) {
            return Optional.empty();
        }
        counted.shift(days.get(0), shift, other -> true);
        countAt(days, shift);
        former = Optional.of(new Former(-shift, days.get(0), run.first()));
        return Optional.of(new LevelChange(LevelChange.Kind.NEW_LEVEL, run.first(), day, shift));
    }

    /** Counts the given days as history at the new level. */
    private void countAt(List<Integer> days, double shift) {
        for (int day : days) {
            double deviation = outside.deviation(day) - shift;
            counted.count(day, sizes[day], deviation, deviation);
        }
    }
}
