// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Partitions of one dataset with the amounts that a test gives them, and what a check makes of one of them. One object each; UTC unless told. */
final class Days {

    private final MemoryLake lake = new MemoryLake();
    private final Map<LocalDateTime, Long> amounts = new HashMap<>();
    private final Location location;
    private final ZoneId zone;
    private final Calendar calendar;
    private final List<Check> others;

    private Days(Location location, ZoneId zone, Calendar calendar, List<Check> others) {
        this.location = location;
        this.zone = zone;
        this.calendar = calendar;
        this.others = others;
    }

    static Days daily() {
        return of("s3://refined/kpi/dt={date}/");
    }

    static Days of(String location) {
        return of(location, ZoneOffset.UTC);
    }

    static Days of(String location, ZoneId zone) {
        return new Days(Location.of(location), zone, Calendar.EVERY_DAY, List.of());
    }

    Days on(Calendar other) {
        return new Days(location, zone, other, others);
    }

    /** More checks of the same dataset: its size limits and its marker tell which partitions are good. */
    Days checkedBy(Check... checks) {
        return new Days(location, zone, calendar, List.of(checks));
    }

    MemoryLake lake() {
        return lake;
    }

    Days with(String date, long bytes) {
        return with(LocalDate.parse(date).atStartOfDay(), bytes);
    }

    Days with(LocalDateTime from, long bytes) {
        amounts.put(from, bytes);
        String folder = folder(from);
        lake.put(
                folder + "part-0",
                bytes,
                from.plusDays(1).toInstant(ZoneOffset.UTC).toString());
        return this;
    }

    /** So many objects, and how many bytes each holds. */
    Days with(String date, int objects, long each) {
        LocalDateTime from = LocalDate.parse(date).atStartOfDay();
        for (int i = 0; i < objects; i++) {
            lake.put(
                    folder(from) + "part-" + i,
                    each,
                    from.plusDays(1).toInstant(ZoneOffset.UTC).toString());
        }
        return this;
    }

    Days sealed(String date) {
        LocalDateTime from = LocalDate.parse(date).atStartOfDay();
        lake.put(
                folder(from) + "_SUCCESS",
                0,
                from.plusDays(1).plusHours(1).toInstant(ZoneOffset.UTC).toString());
        return this;
    }

    Days without(LocalDateTime from) {
        amounts.remove(from);
        lake.remove(folder(from) + "part-0");
        return this;
    }

    Days without(String date) {
        return without(LocalDate.parse(date).atStartOfDay());
    }

    /** The same amount on each day, both included. */
    Days each(String first, String last, long bytes) {
        LocalDate end = LocalDate.parse(last);
        for (LocalDate day = LocalDate.parse(first); !day.isAfter(end); day = day.plusDays(1)) {
            with(day.atStartOfDay(), bytes);
        }
        return this;
    }

    long bytes(LocalDateTime from) {
        return amounts.getOrDefault(from, 0L);
    }

    Dataset dataset(Check check) {
        List<Check> checks = others.isEmpty()
                ? List.of(check)
                : Stream.concat(others.stream(), Stream.of(check)).toList();
        return new Dataset("kpi", location, zone, Duration.ZERO, calendar, ObjectFilter.DATA, checks, Map.of());
    }

    /** The verdict of the last check on a partition that is long due. */
    Verdict judge(Check check, String partition) {
        return judge(check, dataset(check).partition(partition));
    }

    Verdict judge(Check check, LocalDateTime from) {
        Span span = new Span(location.period().orElseThrow(), from, zone, Duration.ZERO);
        return judge(check, location.at(span));
    }

    private Verdict judge(Check check, Partition partition) {
        Report report = Lakecheck.on(lake)
                .at(Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC))
                .partition(partition.label())
                .run(Suite.of(dataset(check)));
        return report.findings().get(report.findings().size() - 1).verdict();
    }

    private String folder(LocalDateTime from) {
        Span span = new Span(location.period().orElseThrow(), from, zone, Duration.ZERO);
        return location.at(span).folder();
    }

    static Optional<Percentage> percent(long percent) {
        return Optional.of(Percentage.of(percent));
    }
}
