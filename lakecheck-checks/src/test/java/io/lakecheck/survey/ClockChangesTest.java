// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares partitions, their deadlines and their predecessors with a wall clock that is read every half hour for
 * twenty-one years, including all clock changes. The expected values are derived only from these readings, not from
 * offsets and transitions.
 */
class ClockChangesTest {

    private static final Duration TICK = Duration.ofMinutes(30);
    private static final Instant FIRST = Instant.parse("2009-12-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2031-02-01T00:00:00Z");
    private static final List<Duration> DUES = List.of(
            Duration.ZERO, Duration.ofMinutes(30), Duration.ofMinutes(90), Duration.ofHours(6), Duration.ofHours(26));

    /** A period on the wall clock, from its first moment to the first moment after it. */
    private record WallPeriod(LocalDateTime label, Instant begin, Instant end) {}

    /** All periods in a time zone, with their deadlines. */
    private record Watched(
            Dataset dataset, Period period, List<WallPeriod> all, Duration due, Map<Integer, Instant> deadlines) {

        ZoneId zone() {
            return dataset.zone();
        }

        Instant deadline(int i) {
            return deadlines.computeIfAbsent(i, this::watched);
        }

        /**
         * Returns a deadline by reading the clock tick by tick. If the clock skips the deadline because it goes
         * forward, the readings continue as if it had not gone forward.
         */
        private Instant watched(int i) {
            LocalDateTime target = next(period, all.get(i).label()).plus(due);
            Instant tick = all.get(i).end().minus(TICK);
            LocalDateTime shown = wall(zone(), tick);
            while (shown.isBefore(target)) {
                LocalDateTime shownNext = wall(zone(), tick.plus(TICK));
                if (shownNext.isAfter(target)) {
                    return tick.plus(Duration.between(shown, target));
                }
                tick = tick.plus(TICK);
                shown = shownNext;
            }
            return tick;
        }

        /**
         * Returns the newest period that is due. If a day is skipped, its deadline coincides with that of the next day,
         * so all periods nearby are tried.
         */
        LocalDateTime newest(Instant now, int near) {
            int newest = near + (period.equals(Period.HOUR) ? 30 : 3);
            while (deadline(newest).isAfter(now)) {
                newest--;
            }
            return all.get(newest).label();
        }
    }

    @ParameterizedTest
    @Survives(Hazard.DATES)
    @CsvSource({
        "Europe/London, HOURS", "Europe/London, DAYS", "Europe/London, WEEKS", "Europe/London, MONTHS",
        "America/New_York, HOURS", "America/New_York, DAYS", "America/New_York, WEEKS", "America/New_York, MONTHS",
        "Australia/Lord_Howe, HOURS", "Australia/Lord_Howe, DAYS", "Australia/Lord_Howe, WEEKS",
                "Australia/Lord_Howe, MONTHS",
        "Pacific/Apia, HOURS", "Pacific/Apia, DAYS", "Pacific/Apia, WEEKS", "Pacific/Apia, MONTHS"
    })
    void partition_deadline_and_predecessor_match_the_wall_clock(ZoneId zone, ChronoUnit unit) {
        Period period = new Period(unit, 1, 0);
        List<WallPeriod> all = watch(zone, period);
        List<Watched> dues = DUES.stream()
                .map(due -> new Watched(dataset(zone, period, due), period, all, due, new HashMap<>()))
                .toList();
        int checked = 0;
        for (int i = 40; i < all.size() - 40; i++) {
            if (period.equals(Period.HOUR) && isFarFromChanges(zone, all.get(i).begin())) {
                continue;
            }
            checked++;
            WallPeriod shownPeriod = all.get(i);
            Span span = new Span(period, shownPeriod.label(), zone, Duration.ZERO);
            assertThat(span.begin()).as("begin of %s", shownPeriod).isEqualTo(shownPeriod.begin());
            assertThat(span.end()).as("end of %s", shownPeriod).isEqualTo(shownPeriod.end());
            assertThat(span.exists()).isTrue();
            for (LocalDateTime skipped = next(period, shownPeriod.label());
                    skipped.isBefore(all.get(i + 1).label());
                    skipped = next(period, skipped)) {
                assertThat(span.at(skipped).exists()).as("%s", skipped).isFalse();
            }
            for (Watched watched : dues) {
                checkDeadline(watched, i);
            }
        }
        assertThat(checked).isGreaterThan(150);
    }

    private static void checkDeadline(Watched watched, int i) {
        Dataset dataset = watched.dataset();
        WallPeriod shownPeriod = watched.all().get(i);
        Instant deadline = watched.deadline(i);
        Partition partition =
                dataset.location().at(new Span(watched.period(), shownPeriod.label(), watched.zone(), watched.due()));

        assertThat(partition.span().map(span -> span.deadline().toInstant()))
                .as("deadline of %s, due %s", shownPeriod, watched.due())
                .contains(deadline);
        assertThat(dataset.before(partition)
                        .findFirst()
                        .flatMap(Partition::span)
                        .map(Span::from))
                .as("predecessor of %s", shownPeriod)
                .contains(watched.all().get(i - 1).label());
        assertThat(judged(dataset, deadline))
                .as("at the deadline of %s, due %s", shownPeriod, watched.due())
                .contains(watched.newest(deadline, i));
        assertThat(judged(dataset, deadline.minusSeconds(1)))
                .as("just before the deadline of %s, due %s", shownPeriod, watched.due())
                .contains(watched.newest(deadline.minusSeconds(1), i));
    }

    private static Optional<LocalDateTime> judged(Dataset dataset, Instant now) {
        return dataset.newestDue(now).span().map(Span::from);
    }

    private static List<WallPeriod> watch(ZoneId zone, Period period) {
        List<WallPeriod> all = new ArrayList<>();
        LocalDateTime label = label(period, wall(zone, FIRST));
        Instant begin = FIRST;
        for (Instant tick = FIRST; tick.isBefore(LAST); tick = tick.plus(TICK)) {
            LocalDateTime now = label(period, wall(zone, tick));
            if (!now.equals(label)) {
                all.add(new WallPeriod(label, begin, tick));
                label = now;
                begin = tick;
            }
        }
        return all;
    }

    private static LocalDateTime wall(ZoneId zone, Instant tick) {
        return LocalDateTime.ofInstant(tick, zone);
    }

    private static boolean isFarFromChanges(ZoneId zone, Instant instant) {
        Duration near = Duration.ofHours(36);
        return zone.getRules()
                        .getOffset(instant.minus(near))
                        .equals(zone.getRules().getOffset(instant.plus(near)))
                && zone.getRules().getOffset(instant).equals(zone.getRules().getOffset(instant.plus(near)));
    }

    private static LocalDateTime label(Period period, LocalDateTime shown) {
        LocalDate date = shown.toLocalDate();
        return switch (period.unit()) {
            case HOURS -> date.atTime(shown.getHour(), 0);
            case DAYS -> date.atStartOfDay();
            case WEEKS ->
                date.minusDays(Math.floorMod(date.toEpochDay() + 3, 7)).atStartOfDay();
            default -> LocalDate.of(date.getYear(), date.getMonth(), 1).atStartOfDay();
        };
    }

    private static LocalDateTime next(Period period, LocalDateTime label) {
        return switch (period.unit()) {
            case HOURS -> LocalDateTime.ofEpochSecond(label.toEpochSecond(ZoneOffset.UTC) + 3600, 0, ZoneOffset.UTC);
            case DAYS -> label.toLocalDate().plusDays(1).atStartOfDay();
            case WEEKS -> label.toLocalDate().plusDays(7).atStartOfDay();
            default -> label.toLocalDate().plusDays(31).withDayOfMonth(1).atStartOfDay();
        };
    }

    private static Dataset dataset(ZoneId zone, Period period, Duration due) {
        String path =
                switch (period.unit()) {
                    case HOURS -> "dt={date}/hour={HH}/";
                    case DAYS -> "dt={date}/";
                    case WEEKS -> "week={YYYY-'W'ww}/";
                    default -> "{yyyy}/{MM}/";
                };
        return Datasets.of(
                "kpi",
                "s3://refined/kpi/" + path,
                zone,
                due,
                Calendar.EVERY_DAY,
                ObjectFilter.DATA,
                Datasets.recency());
    }
}
