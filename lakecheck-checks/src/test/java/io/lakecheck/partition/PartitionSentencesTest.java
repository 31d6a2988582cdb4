// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.lakecheck.Sentences;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PartitionSentencesTest {

    private final Sentences sentences = new Sentences();

    @Test
    void sentences_are_as_pinned() {
        location("empty location", " ");
        location("date instead of a bucket", "s3://{date}/kpi/");
        location("empty braces", "s3://b/{}/");
        location("unmatched brace", "s3://b/{date/");
        location("slash in braces", "s3://b/{yyyy/MM/dd}/");
        location("unknown letter", "s3://b/{data}/");
        location("word for a year", "s3://b/year={year}/");
        location("word for a date", "s3://b/dt={DATE}/");
        location("letter without quotes", "s3://b/{yyyy-MM-ddTHH}/");
        location("letter without a local time", "s3://b/{date}/{X}/");
        location("letter that depends on the locale", "s3://b/{G yyyy-MM-dd}/");
        location("unclosed quote", "s3://b/{yyyy-'W}/");
        location("date without a period", "s3://b/{'x'}/");
        location("seconds", "s3://b/{date}/{HHmmss}/");
        location("year without the start of its quarter", "s3://b/{yyyy+1d}/");
        location("fiscal year that starts within a month", "s3://b/FY{yyyy+8M+26d}/");
        location("shift by a year", "s3://b/{yyyy+1y}/");
        location("shift by a quarter", "s3://b/{yyyy+1Q}/");
        location("shift by a day in words", "s3://b/{yyyyMMdd+1day}/");
        location("shift without a unit", "s3://b/{date+1}/");
        location("days that are shifted by months", "s3://b/{date+6M-1d}/");
        error(
                "marker of a calendar year",
                () -> MarkerPath.outside("../{yyyy}.done", Location.of("s3://b/FY{yyyy+9M}/")));
        error("minutes of a day", () -> Location.of("s3://b/{date}/").lasting(Period.minutes(15)));
        error("minutes of an undated location", () -> Location.of("s3://b/latest/")
                .lasting(Period.minutes(15)));
        error("minutes that do not divide an hour", () -> Period.minutes(7));
        location("missing year", "s3://b/{MM}/{dd}/");
        location("mistyped year", "s3://b/{YYYY-MM-dd}/");
        location("day of the year next to a month", "s3://b/dt={yyyy-MM-DD}/");
        location("clock-hour of the day", "s3://b/{date}/{kk}/");
        location("hour of AM or PM from 0", "s3://b/{date}/{KK}/");
        location("hour without AM or PM", "s3://b/{date}/{hh}/");
        location("calendar year of a week", "s3://b/{yyyy-'W'ww}/");
        location("minutes instead of months", "s3://b/{yyyy-mm-dd}/");
        location("week of the month", "s3://b/{yyyy-MM-'W'W}/");
        location("months instead of minutes", "s3://b/{yyyyMMdd}/{HHMM}/");
        error("wildcard before a date", () -> LiteralNames.check("s3://b/*/dt={date}/"));
        location("wildcard across folders", "s3://b/dt={date}/**/");
        location("wildcard after a date without leading zeros", "s3://b/{yyyy-M-d}*");
        error("pattern of another tool", () -> LiteralNames.check("s3://b/dt=%Y-%m-%d/"));
        error("placeholder of another tool", () -> LiteralNames.check("s3://b/dt=<date>/"));
        error("letter of another tool", () -> LiteralNames.check("s3://b/dt={date}/hour=%H/"));
        error("variable of a shell", () -> LiteralNames.check("s3://b/dt=$(date +%F)/"));
        error("pattern without braces next to a date", () -> LiteralNames.check("s3://b/kpi_{date}-HH.csv"));
        error("pattern without braces", () -> LiteralNames.check("s3://b/dt=YYYY-MM-DD/"));
        error("calendar without weekdays", () -> new Calendar(Set.of(), Set.of()));
        error("span that starts within a day", () -> span("2026-01-02T05:00", Duration.ZERO));
        error("negative due", () -> span("2026-01-02T00:00", Duration.ofHours(-1)));
        for (Period period : List.of(
                Period.minutes(15), Period.HOUR, Period.DAY, Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR)) {
            Span span = new Span(
                    period, period.floor(LocalDateTime.parse("2026-01-14T10:00")), ZoneOffset.UTC, Duration.ZERO);
            sentences.add("names of a period: " + period, PeriodNames.weekday(span) + ", " + PeriodNames.unit(span));
        }

        sentences.check("partition");
    }

    private void location(String name, String template) {
        error(name, () -> Location.of(template));
    }

    private void error(String name, ThrowingCallable call) {
        sentences.add(
                name,
                Optional.ofNullable(catchThrowable(call))
                        .map(Throwable::getMessage)
                        .orElseThrow());
    }

    private static Span span(String from, Duration due) {
        return new Span(Period.DAY, LocalDateTime.parse(from), ZoneOffset.UTC, due);
    }
}
