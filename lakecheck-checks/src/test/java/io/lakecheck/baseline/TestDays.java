// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.Verdict;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Schedule;
import io.lakecheck.partition.Span;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Percentage;
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

/**
 * The partitions of one dataset, with sizes that a test sets, and the verdicts on them. By default, each partition
 * contains one object, and times are in UTC.
 */
public final class TestDays {

    private final MemoryLake lake = new MemoryLake();
    private final Map<LocalDateTime, Long> amounts = new HashMap<>();
    private final Location location;
    private final ZoneId zone;
    private final Calendar calendar;
    private final List<Check> others;

    private TestDays(Location location, ZoneId zone, Calendar calendar, List<Check> others) {
        this.location = location;
        this.zone = zone;
        this.calendar = calendar;
        this.others = others;
    }

    public static TestDays daily() {
        return of("s3://refined/kpi/dt={date}/");
    }

    public static TestDays of(String location) {
        return of(location, ZoneOffset.UTC);
    }

    public static TestDays of(String location, ZoneId zone) {
        return new TestDays(Location.of(location), zone, Calendar.EVERY_DAY, List.of());
    }

    public TestDays on(Calendar other) {
        return new TestDays(location, zone, other, others);
    }

    /**
     * Adds checks to the dataset. Their size limits and their marker determine which partitions are usable in a
     * baseline.
     */
    public TestDays checkedBy(Check... checks) {
        return new TestDays(location, zone, calendar, List.of(checks));
    }

    public MemoryLake lake() {
        return lake;
    }

    public TestDays with(String date, long bytes) {
        return with(LocalDate.parse(date).atStartOfDay(), bytes);
    }

    public TestDays with(LocalDateTime from, long bytes) {
        amounts.put(from, bytes);
        String folder = folder(from);
        lake.put(folder + "part-0", bytes, written(from));
        return this;
    }

    /** Adds a number of objects of the same size to a day. */
    public TestDays with(String date, int objects, long each) {
        LocalDateTime from = LocalDate.parse(date).atStartOfDay();
        for (int i = 0; i < objects; i++) {
            lake.put(folder(from) + "part-" + i, each, written(from));
        }
        return this;
    }

    public TestDays sealed(String date) {
        LocalDateTime from = LocalDate.parse(date).atStartOfDay();
        lake.put(
                folder(from) + "_SUCCESS",
                0,
                from.plusDays(1).plusHours(1).toInstant(ZoneOffset.UTC).toString());
        return this;
    }

    public TestDays without(LocalDateTime from) {
        amounts.remove(from);
        lake.remove(folder(from) + "part-0");
        return this;
    }

    public TestDays without(String date) {
        return without(LocalDate.parse(date).atStartOfDay());
    }

    /** Adds the same size to each day from {@code first} to {@code last}, inclusive. */
    public TestDays each(String first, String last, long bytes) {
        LocalDate end = LocalDate.parse(last);
        for (LocalDate day = LocalDate.parse(first); !day.isAfter(end); day = day.plusDays(1)) {
            with(day.atStartOfDay(), bytes);
        }
        return this;
    }

    public long bytes(LocalDateTime from) {
        return amounts.getOrDefault(from, 0L);
    }

    public Dataset dataset(Check check) {
        List<Check> checks = others.isEmpty()
                ? List.of(check)
                : Stream.concat(others.stream(), Stream.of(check)).toList();
        return new Dataset(
                "kpi", location, new Schedule(zone, Duration.ZERO, calendar), ObjectFilter.DATA, checks, Map.of());
    }

    /** Returns the verdict of a check on a partition, long after the partition's deadline. */
    public Verdict judge(Check check, String partition) {
        return judge(check, dataset(check).partition(partition));
    }

    public Verdict judge(Check check, LocalDateTime from) {
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

    /** Returns the end of the period, but at least a day after its start. */
    private String written(LocalDateTime from) {
        LocalDateTime end = location.period().orElseThrow().step(from, 1);
        LocalDateTime day = from.plusDays(1);
        return (end.isAfter(day) ? end : day).toInstant(ZoneOffset.UTC).toString();
    }

    private String folder(LocalDateTime from) {
        Span span = new Span(location.period().orElseThrow(), from, zone, Duration.ZERO);
        return location.at(span).folder();
    }

    public static Optional<Percentage> percent(long percent) {
        return Optional.of(Percentage.of(percent));
    }
}
