// SPDX-License-Identifier: Apache-2.0
package kpi;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Generates raw events for a range of days. They are the same in each run, because the generator uses hashes of the
 * event's number instead of random numbers.
 *
 * <p>They resemble real traffic. There are weekly and daily patterns, growth, a quiet 1 January, popular and unpopular
 * adverts, duplicates, late arrivals (some of them after the nightly job has started) and views of unknown adverts.
 * {@code RawEvents.sql} defines how frequent each of these is.
 *
 * @param from the first day
 * @param to the last day
 */
record RawEvents(LocalDate from, LocalDate to) {

    private static final int VIEWS_A_DAY = 38_000;
    private static final int STOCK = 24_000;
    private static final int NEW_ADVERTS_A_DAY = 500;

    /** The traffic on each weekday, relative to an average day. */
    private static final Map<DayOfWeek, Double> WEEKDAYS = Map.of(
            MONDAY, 1.06, TUESDAY, 1.02, WEDNESDAY, 0.98, THURSDAY, 0.96, FRIDAY, 0.86, SATURDAY, 0.92, SUNDAY, 1.2);

    private static final double NEW_YEARS_DAY = 0.75;
    private static final double GROWTH_A_DAY = 0.002;

    /** Replaces all streams in a raw zone with these events. */
    void writeTo(RawZone zone) throws SQLException, IOException {
        Files.createDirectories(zone.root());
        try (Duck duck = Duck.open()) {
            duck.set("stock", STOCK);
            duck.set("new_adverts_a_day", NEW_ADVERTS_A_DAY);
            duck.run("CREATE TABLE days (n INT, starts TIMESTAMP, seconds INT, views INT)");
            duck.run("INSERT INTO days VALUES "
                    + from.datesUntil(to.plusDays(1)).map(this::row).collect(joining(", ")));
            duck.runScript("RawEvents.sql");
            for (String stream : RawZone.STREAMS) {
                duck.run("""
                        COPY (SELECT *, arrived_at::DATE AS arrived FROM %s)
                        TO %s (FORMAT parquet, PARTITION_BY (arrived), OVERWRITE)
                        """.formatted(stream, Duck.text(zone.root().resolve(stream))));
            }
        }
    }

    private String row(LocalDate date) {
        Day day = new Day(date);
        long n = from.until(date, DAYS);
        return "(%s, TIMESTAMP '%s', %s, %s)"
                .formatted(n, day.start(), SECONDS.between(day.start(), day.end()), Math.round(views(date, n)));
    }

    private static double views(LocalDate date, long n) {
        double holiday = date.getDayOfYear() == 1 ? NEW_YEARS_DAY : 1;
        return VIEWS_A_DAY * WEEKDAYS.getOrDefault(date.getDayOfWeek(), 1.0) * holiday * (1 + GROWTH_A_DAY * n);
    }
}
