// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.ByteSize;
import io.lakecheck.Location;
import io.lakecheck.Period;
import io.lakecheck.Text;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The words of a suite for one dataset, made of what was found of it, each limit with its evidence beside it. Good partitions are those that hold
 * data and end with their marker; limits leave them room of a seventh.
 */
final class Draft {

    private static final double ROOM = 0.15;
    private static final int WEEKS = 3;

    private final Location location;
    private final NavigableMap<LocalDateTime, Found> all;
    private final Optional<String> marker;
    private final List<Map.Entry<LocalDateTime, Found>> good;

    /** @param all one or more partitions by the time of which they are */
    Draft(Location location, NavigableMap<LocalDateTime, Found> all) {
        this.location = location;
        this.all = all;
        this.marker = marker(all);
        this.good = all.entrySet().stream()
                .filter(entry -> entry.getValue().isGood(marker))
                .toList();
    }

    /** What most partitions have beside their data. */
    private static Optional<String> marker(Map<LocalDateTime, Found> all) {
        return all.values().stream()
                .flatMap(found -> StreamSupport.stream(found.beside().spliterator(), false))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() * 10 >= all.size() * 8L)
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    boolean isUsable() {
        return !good.isEmpty();
    }

    String yaml(String name) {
        String parts = Text.count(good.size(), "good partition") + " of " + all.size();
        long least =
                good.stream().mapToLong(entry -> entry.getValue().bytes()).min().orElseThrow();
        long most =
                good.stream().mapToLong(entry -> entry.getValue().bytes()).max().orElseThrow();
        StringBuilder yaml = new StringBuilder("zone: UTC                 # say where the job's days begin\n"
                + "datasets:\n  " + name + ":\n"
                + "    # " + location.period().orElseThrow() + "s from " + all.firstKey() + " to " + all.lastKey()
                + "; "
                + parts + "\n"
                + "    location: '" + location.toString().replace("'", "''") + "'\n");
        due().ifPresentOrElse(
                        due -> yaml.append("    due: " + due.toHours() + "h                # the latest came "
                                + Text.duration(latest()) + " after the end of its period\n"),
                        () -> yaml.append(
                                "    # due: not told by the lake: the times of writing are those of a copy, or of test data\n"));
        if (skipsWeekends()) {
            yaml.append("    days: weekdays          # none at a weekend\n");
        }
        yaml.append("    checks:\n      - recency: { "
                + marker.map(mark -> "marker: '" + mark.replace("'", "''") + "'")
                        .orElse("") + " }\n"
                + "      # good ones have " + new ByteSize(least) + " to " + new ByteSize(most) + "\n"
                + "      - size: { min: " + Math.round(least * (1 - ROOM)) + ", max: " + Math.round(most * (1 + ROOM))
                + " }\n" + rhythm()
                + "      # what is usual, once there is history enough for it\n      - delta: {}\n");
        return yaml.toString();
    }

    private Duration latest() {
        Period period = location.period().orElseThrow();
        return good.stream()
                .map(entry -> Duration.between(
                        period.step(entry.getKey(), 1).toInstant(ZoneOffset.UTC),
                        entry.getValue().arrival(marker)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** To the next full hour; empty where it came before its period's end, or so late that it was copied. */
    private Optional<Duration> due() {
        Duration latest = latest();
        return latest.isNegative() || latest.compareTo(Duration.ofDays(7)) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofHours(latest.toHours() + 1));
    }

    private boolean skipsWeekends() {
        return location.period().equals(Optional.of(Period.DAY))
                && all.size() >= 5 * WEEKS
                && all.keySet().stream().noneMatch(time -> time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
    }

    private String rhythm() {
        if (!location.period().equals(Optional.of(Period.DAY)) || good.size() < 7 * WEEKS) {
            return "";
        }
        Map<DayOfWeek, Double> means = good.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().getDayOfWeek(),
                        Collectors.averagingLong(entry -> entry.getValue().bytes())));
        Map.Entry<DayOfWeek, Double> low =
                means.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
        Map.Entry<DayOfWeek, Double> high =
                means.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return "      # a " + name(high.getKey()) + " has " + Math.round(100 * high.getValue() / low.getValue())
                + " % of a " + name(low.getKey()) + "\n";
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
