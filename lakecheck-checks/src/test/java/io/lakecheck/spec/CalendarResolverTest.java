// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static io.lakecheck.spec.Yaml.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests named calendars, and the precedence of keys in a dataset, a named calendar and the suite. */
class CalendarResolverTest {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static final String UK = """
            calendars:
              uk-business: { days: weekdays, holidays: uk.txt, except: 2026-08-31, validThrough: 2026-12-31 }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void holidays() throws IOException {
        Files.writeString(folder.resolve("uk.txt"), "2026-12-25\n2026-12-28\n");
        Files.writeString(folder.resolve("us.txt"), "2026-07-03\n");
    }

    @Test
    void only_dates_may_be_any_weekday() {
        assertThat(kpi("days: weekdays\n", "only: [2026-03-08]"))
                .isEqualTo(
                        new Calendar(EnumSet.allOf(DayOfWeek.class), Set.of(), dates("2026-03-08"), Optional.empty()));
    }

    @Test
    void only_dates_that_days_exclude_or_no_dates_are_rejected() {
        assertThat(problems(dataset("days: weekdays\nonly: [2026-03-06, 2026-03-08]")))
                .singleElement()
                .asString()
                .contains("only", "2026-03-08", "Sunday", "days");
        assertThat(problems(dataset("only: []"))).singleElement().asString().contains("only", "empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            every: 2w from 2026-01-05 | days: tue
            every: 2w from 2026-01-05 | only: 2026-01-06
            only: 2026-01-05          | days: tue
            only: 2026-01-05          | every: 2d from 2026-01-06
            days: mon                 | every: 2d from 2026-01-06
            days: mon                 | only: 2026-01-06
            """)
    void the_innermost_days_every_or_only_replace_all_outer_ones(String outer, String own) {
        assertThat(kpi(outer + "\n", own)).isEqualTo(kpi("", own));
        assertThat(kpi("calendars: { c: { " + outer + " } }\n", "calendar: c\n" + own))
                .isEqualTo(kpi("", own));
        assertThat(kpi(outer + "\n", "except: 2026-03-01").days())
                .isEqualTo(kpi("", outer).days());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            days: 1st                 | only: [2026-02-01, 2026-01-02]
            days: last workday        | only: [2026-01-02]
            only: 2026-01-06          | every: 2w from 2026-01-05
            days: 31st                | every: 12M from 2026-02-28
            days: mon                 | every: 2w from 2026-01-06
            except: 2026-01-05        | only: 2026-01-05
            """)
    void a_calendar_that_can_never_expect_a_date_is_rejected(String one, String other) {
        assertThat(problems(dataset(one + "\n" + other))).hasSize(1);
        assertThat(problems(one + "\n" + other + "\n" + dataset("")
                        + "  b: { location: \"x/{date}\", checks: [ recency: ], except: 2020-01-01 }\n"))
                .as("in the suite, once")
                .hasSize(1);
        assertThat(problems("calendars: { c: { " + one + ", " + other + " } }\n" + dataset("")))
                .as("in a calendar that no dataset uses")
                .hasSize(1);
    }

    @Test
    void a_last_workday_before_a_holiday_may_be_listed() {
        assertThat(kpi("except: [2026-01-30]\n", "days: last workday\nonly: [2026-01-29, 2026-01-30]")
                        .only())
                .hasSize(2);
    }

    @Test
    void the_period_of_minutes_is_independent_of_the_calendar() {
        Dataset dataset = read("every: 2d from 2026-01-05\n"
                        + Yaml.dataset("x/{date}/{HHmm}", "period: 15m\ndays: daily", "recency:"))
                .datasets()
                .get(0);

        assertThat(dataset.location().period()).contains(Period.minutes(15));
        assertThat(dataset.calendar()).isEqualTo(Calendar.EVERY_DAY);
    }

    @Test
    void a_suite_can_set_the_period_of_minutes() {
        assertThat(read("period: 15m\n" + Yaml.dataset("x/{date}/{HHmm}", "", "recency:"))
                        .datasets())
                .singleElement()
                .extracting(dataset -> dataset.location().period())
                .isEqualTo(Optional.of(Period.minutes(15)));
        assertThat(kpi("period: 15m\n", "")).isEqualTo(Calendar.EVERY_DAY);
        assertThat(problems(Yaml.dataset("x/{date}/{HHmm}", "every: 15M", "recency:")))
                .satisfiesExactly(problem("4:12", "'15M'"));
    }

    @Test
    void a_dataset_uses_the_calendar_that_it_names() {
        Calendar calendar = kpi(UK, "calendar: uk-business");

        assertThat(calendar)
                .isEqualTo(new Calendar(
                        WEEKDAYS,
                        dates("2026-08-31", "2026-12-25", "2026-12-28"),
                        Set.of(),
                        Optional.of(LocalDate.parse("2026-12-31"))));
        assertThat(kpi(UK, "")).isEqualTo(Calendar.EVERY_DAY);
    }

    @Test
    void the_suites_calendar_applies_to_datasets_that_name_none() {
        String suite = UK + "  daily: { except: 2026-01-01 }\ncalendar: uk-business\n";

        assertThat(kpi(suite, "")).isEqualTo(kpi(UK, "calendar: uk-business"));
        assertThat(kpi(suite, "calendar: daily"))
                .isEqualTo(new Calendar(Calendar.EVERY_DAY.days().weekdays(), dates("2026-01-01")));
    }

    @Test
    void the_keys_of_a_dataset_override_its_calendar() {
        Calendar ofNamed = kpi(UK, "calendar: uk-business\nexcept: 2026-06-19\ndays: daily");
        Calendar ofSuite = kpi(UK + "calendar: uk-business\n", "except: 2026-06-19\ndays: daily");

        assertThat(ofNamed).isEqualTo(ofSuite);
        assertThat(ofNamed.days()).isEqualTo(Calendar.EVERY_DAY.days());
        assertThat(ofNamed.except()).isEqualTo(dates("2026-06-19", "2026-12-25", "2026-12-28"));
        assertThat(ofNamed.validThrough()).contains(LocalDate.parse("2026-12-31"));
    }

    @Test
    void a_dataset_can_override_every_calendar_key() {
        Calendar own = kpi(
                UK + "  once: { only: [2026-01-05, 2026-02-05] }\n",
                "calendar: once\nonly: 2026-03-02\nholidays: us.txt\nvalidThrough: 2030-12-31\ndays: mon\nexcept: []");

        assertThat(own)
                .isEqualTo(new Calendar(
                        Set.of(DayOfWeek.MONDAY),
                        dates("2026-07-03"),
                        dates("2026-03-02"),
                        Optional.of(LocalDate.parse("2030-12-31"))));
    }

    @Test
    void the_keys_of_a_calendar_override_the_suite() {
        String suite =
                UK + "days: mon\nexcept: 2026-01-01\nholidays: us.txt\nonly: 2026-01-05\nvalidThrough: 2027-12-31\n";

        assertThat(kpi(suite, "calendar: uk-business"))
                .isEqualTo(new Calendar(
                        WEEKDAYS,
                        dates("2026-08-31", "2026-12-25", "2026-12-28"),
                        Set.of(),
                        Optional.of(LocalDate.parse("2026-12-31"))));
        assertThat(kpi(suite + "calendar: uk-business\n", "")).isEqualTo(kpi(suite, "calendar: uk-business"));
    }

    @Test
    void keys_missing_from_a_calendar_come_from_the_suite() {
        String suite = "calendars: { all: , some: { validThrough: 2027-06-30 } }\ndays: weekdays\nholidays: us.txt\n";

        assertThat(kpi(suite, "calendar: all"))
                .isEqualTo(new Calendar(
                        WEEKDAYS, dates("2026-07-03"), Set.of(), Optional.of(LocalDate.parse("2026-12-31"))));
        assertThat(kpi(suite, "calendar: some"))
                .isEqualTo(new Calendar(
                        WEEKDAYS, dates("2026-07-03"), Set.of(), Optional.of(LocalDate.parse("2027-06-30"))));
    }

    @Test
    void holidays_and_except_add_up_at_every_level() {
        assertThat(kpi("except: 2026-06-19\ncalendars: { us: { holidays: us.txt } }\n", "calendar: us")
                        .except())
                .isEqualTo(dates("2026-06-19", "2026-07-03"));
        assertThat(kpi("calendars: { us: { except: 2026-06-19 } }\n", "calendar: us\nholidays: us.txt")
                        .except())
                .isEqualTo(dates("2026-06-19", "2026-07-03"));
    }

    @Test
    void datasets_with_the_same_calendar_share_it() {
        List<Dataset> datasets = read(UK + "calendar: uk-business\ndatasets:\n"
                        + "  a: { location: \"x/{date}\", checks: [ recency: {} ] }\n"
                        + "  b: { location: \"y/{date}\", checks: [ recency: {} ], calendar: uk-business }\n"
                        + "  c: { location: \"z/{date}\", checks: [ recency: {} ], except: 2026-01-01 }\n")
                .datasets();

        assertThat(datasets.get(0).calendar())
                .isSameAs(datasets.get(1).calendar())
                .isNotEqualTo(datasets.get(2).calendar());
    }

    @Test
    void one_calendar_fits_datasets_of_all_periods() {
        String suite = UK + "calendar: uk-business\n";

        assertThat(List.of("x/{date}/{HH}", "x/{date}", "x/{YYYY}/{ww}", "x/{yyyy-MM}", "x/"))
                .allSatisfy(location -> assertThat(read(suite
                                        + Yaml.dataset(
                                                location,
                                                "",
                                                location.equals("x/") ? "recency: { maxAge: 1h }" : "recency:"))
                                .datasets())
                        .hasSize(1));
    }

    @Test
    void a_name_may_come_from_a_variable() {
        assertThat(read(UK + dataset("calendar: ${CALENDAR}"), Map.of("CALENDAR", "uk-business"))
                        .datasets()
                        .get(0)
                        .calendar())
                .isEqualTo(kpi(UK, "calendar: uk-business"));
        assertThat(kpi(UK, "calendar: ${CALENDAR:-}")).isEqualTo(Calendar.EVERY_DAY);
    }

    @Test
    void an_unused_calendar_is_allowed() {
        assertThat(kpi("calendars: { spare: { days: mon } }\n", "")).isEqualTo(Calendar.EVERY_DAY);
        assertThat(kpi("calendars: {}\n", "")).isEqualTo(Calendar.EVERY_DAY);
    }

    @Test
    void an_unknown_name_is_reported_with_the_nearest_one() {
        assertThat(problems(UK + dataset("calendar: uk-busines")))
                .satisfiesExactly(problem("6:15", "'uk-busines'", "'uk-business'?"));
        assertThat(problems(UK + dataset("calendar: UK-Business")))
                .satisfiesExactly(problem("6:15", "'UK-Business'", "'uk-business'?"));
        assertThat(problems(UK + dataset("calendar: mars"))).satisfiesExactly(problem("6:15", "'mars'", "calendars"));
        assertThat(problems(dataset("calendar: uk-business")))
                .satisfiesExactly(problem("4:15", "'uk-business'", "calendars"));
    }

    @Test
    void an_unknown_name_in_the_suite_is_reported_once() {
        assertThat(problems(UK + "calendar: uk\n" + dataset("")
                        + "  other: { location: \"x/{date}\", checks: [ recency: ] }\n"))
                .satisfiesExactly(problem("3:11", "'uk'", "calendars"));
    }

    @Test
    void an_unknown_name_does_not_hide_other_problems() {
        assertThat(problems(UK + dataset("calendar: uk\ndue: soon"))).hasSize(2);
        assertThat(problems("calendars: { uk: { dayz: mon } }\n" + dataset("calendar: ku")))
                .hasSize(2);
    }

    @Test
    void an_invalid_calendar_is_not_reported_as_unknown_too() {
        assertThat(problems("calendars: { uk: weekdays }\n" + dataset("calendar: uk")))
                .satisfiesExactly(problem("1:18", "'uk' is text", "validThrough"));
        assertThat(problems("calendars: weekdays\n" + dataset("calendar: uk")))
                .satisfiesExactly(problem("1:12", "calendars is text", "holidays"));
    }

    @Test
    void problems_of_an_unused_calendar_are_reported() {
        assertThat(problems("calendars: { uk: { dayz: mon, only: [2026-02-30] } }\n" + dataset("")))
                .satisfiesExactly(
                        problem("1:20", "'dayz'", "'days'?", "validThrough"), problem("1:38", "only: '2026-02-30'"));
        assertThat(problems("calendars: { uk: { days: [] } }\n" + dataset("")))
                .satisfiesExactly(problem("1:26", "calendar", "day"));
        assertThat(problems("calendars: { uk: { holidays: gone.ics } }\n" + dataset("")))
                .satisfiesExactly(problem("1:30", "does not exist"));
    }

    @Test
    void empty_days_are_reported_once_at_their_place() {
        assertThat(problems("days: []\n" + dataset("") + "  other: { location: \"x/{date}\", checks: [ recency: ] }\n"))
                .satisfiesExactly(problem("1:7", "calendar", "day"));
    }

    @Test
    void problems_of_a_holiday_file_are_reported_once() {
        String three = dataset("") + "  b: { location: \"x/{date}\", checks: [ recency: ] }\n"
                + "  c: { location: \"y/{date}\", checks: [ recency: ], holidays: us.txt }\n";

        assertThat(problems("holidays: gone.txt\n" + three)).satisfiesExactly(problem("1:11", "does not exist"));
        assertThat(problems("calendar: uk\ncalendars: { uk: { holidays: gone.txt } }\n" + three))
                .satisfiesExactly(problem("2:30", "does not exist"));
    }

    @Test
    void two_calendars_can_not_share_a_name() {
        assertThat(problems("calendars:\n  uk: { days: mon }\n  uk: { days: tue }\n" + dataset("calendar: uk")))
                .satisfiesExactly(problem("3:3", "duplicate calendar 'uk'", "lakecheck.yml:2:3"));
    }

    @Test
    void an_undated_dataset_has_no_calendar_of_its_own() {
        assertThat(problems(UK + Yaml.dataset("x/", "calendar: uk-business", "recency: { maxAge: 26h }")))
                .satisfiesExactly(problem("6:5", "calendar", "location"));
        assertThat(read(UK + "calendar: uk-business\n" + Yaml.dataset("x/", "", "recency: { maxAge: 26h }"))
                        .datasets())
                .hasSize(1);
    }

    /** Returns the calendar of a suite's only dataset. */
    private Calendar kpi(String suite, String own) {
        return read(suite + dataset(own)).datasets().get(0).calendar();
    }

    private static String dataset(String own) {
        return Yaml.dataset("s3://refined/kpi/dt={date}/", own, "recency:");
    }

    private Suite read(String yaml) {
        return read(yaml, Map.of());
    }

    private Suite read(String yaml, Map<String, String> variables) {
        return new SuiteReader(folder, name -> Optional.ofNullable(variables.get(name)))
                .read(yaml, Origin.of("lakecheck.yml"));
    }

    private List<String> problems(String yaml) {
        SuiteProblemsException thrown = catchThrowableOfType(SuiteProblemsException.class, () -> read(yaml));
        assertThat(thrown).as("problems of%n%s", yaml).isNotNull();
        return thrown.problems().stream().map(Problem::toString).toList();
    }

    private static Set<LocalDate> dates(String... dates) {
        return Stream.of(dates).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
