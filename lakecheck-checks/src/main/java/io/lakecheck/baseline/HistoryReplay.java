// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A replay of the days in a window, from the oldest to the newest. It compares each day with the days before it and
 * decides whether the day counts as history. As a result, an outage neither changes the level nor widens the range,
 * whereas a lasting change is accepted as a new level. Not thread-safe.
 */
final class HistoryReplay {

    private final Cadence cadence;
    private final double[] sizes;
    private final CountedDays counted;
    private final OutsideDays outside;
    private final LevelTracker levels;
    private final Events events = new Events(new ArrayList<>(), new ArrayList<>());
    private IncidentRun run = IncidentRun.NONE;

    /** The events that the replay has detected so far. */
    private record Events(List<IncidentRun> incidents, List<LevelChange> changes) {}

    private HistoryReplay(Cadence cadence, double[] sizes) {
        this.cadence = cadence;
        this.sizes = sizes;
        this.counted = new CountedDays(sizes.length);
        this.outside = new OutsideDays(sizes.length);
        this.levels = new LevelTracker(cadence, sizes, counted, outside);
    }

    /**
     * Replays the days in a window.
     *
     * @param sizes the logarithm of each day's size, oldest first; NaN for a day without data
     * @param levelStarts the days on which a new level starts according to the suite, numbered from 0, the oldest day
     *     in the window; may include the day after the window
     */
    static LearnedHistory of(Cadence cadence, double[] sizes, Set<Integer> levelStarts) {
        HistoryReplay replay = new HistoryReplay(cadence, sizes);
        int levelStart = 0;
        for (int day = 0; day <= sizes.length; day++) {
            if (levelStarts.contains(day)) {
                levelStart = day;
                replay.startLevel(day);
            }
            if (day < sizes.length && !Double.isNaN(sizes[day])) {
                replay.step(day);
            }
        }
        return replay.learned(levelStart);
    }

    private LearnedHistory learned(int levelStart) {
        return new LearnedHistory(
                cadence,
                sizes.length,
                counted,
                levelStart,
                Optional.of(run).filter(IncidentRun::isIncident),
                List.copyOf(events.incidents()),
                List.copyOf(events.changes()));
    }

    private void startLevel(int day) {
        counted.forgetLevel(day);
        endRun();
        levels.reset();
    }

    private void step(int day) {
        double size = sizes[day];
        Forecast forecast = Forecast.of(day, cadence, counted);
        if (!forecast.hasLevel()) {
            counted.count(day, size);
            return;
        }
        double deviation = size - forecast.usual();
        double residual = size - forecast.expected();
        if (!forecast.hasSpread() || forecast.isUsual(residual)) {
            counted.count(day, size, deviation, residual);
            if (forecast.hasSpread()) {
                endRun();
                levels.endReturn();
            }
            return;
        }
        join(day, Math.signum(residual));
        outside.add(day, run.side(), deviation);
        if (run.isIncident()) {
            run.days().forEach(counted::withdraw);
        } else {
            counted.count(day, size, deviation, residual);
        }
        levels.change(run, forecast).ifPresent(change -> {
            events.changes().add(change);
            run = IncidentRun.NONE;
            levels.endReturn();
        });
    }

    private void join(int day, double side) {
        IncidentRun next = run.with(day, side);
        if (next.side() != run.side()) {
            endRun();
        }
        run = next;
    }

    private void endRun() {
        if (run.isIncident()) {
            events.incidents().add(run);
        }
        run = IncidentRun.NONE;
    }
}
