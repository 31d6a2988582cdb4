// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.partition.Calendar;
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

/** CalendarResolver that have a name, and which of a dataset's, a calendar's and the suite's words counts. */
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
    void dates_that_are_named_alone_are_of_any_weekday() {
        assertThat(kpi("days: weekdays\n", "only: [2026-03-08]"))
                .isEqualTo(
                        new Calendar(EnumSet.allOf(DayOfWeek.class), Set.of(), dates("2026-03-08"), Optional.empty()));
    }

    @Test
    void dates_that_the_days_beside_them_forbid_or_none_at_all_are_refused() {
        assertThat(problems(dataset("days: weekdays\nonly: [2026-03-06, 2026-03-08]")))
                .singleElement()
                .asString()
                .contains(
                        "only names 2026-03-08, a Sunday, which is none of the days beside it; name dates on which data is"
                                + " expected, or leave one of the words out");
        assertThat(problems(dataset("only: []")))
                .singleElement()
                .asString()
                .contains("only names no date, so that nothing is ever expected");
    }

    @Test
    void a_dataset_goes_by_the_calendar_that_it_names() {
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
    void a_calendar_of_the_suite_holds_for_each_dataset_that_names_none() {
        String suite = UK + "  daily: { except: 2026-01-01 }\ncalendar: uk-business\n";

        assertThat(kpi(suite, "")).isEqualTo(kpi(UK, "calendar: uk-business"));
        assertThat(kpi(suite, "calendar: daily"))
                .isEqualTo(new Calendar(Calendar.EVERY_DAY.days(), dates("2026-01-01")));
    }

    @Test
    void what_a_dataset_itself_says_goes_before_its_calendar() {
        Calendar ofNamed = kpi(UK, "calendar: uk-business\nexcept: 2026-06-19\ndays: daily");
        Calendar ofSuite = kpi(UK + "calendar: uk-business\n", "except: 2026-06-19\ndays: daily");

        assertThat(ofNamed).isEqualTo(ofSuite);
        assertThat(ofNamed.days()).isEqualTo(Calendar.EVERY_DAY.days());
        assertThat(ofNamed.except()).isEqualTo(dates("2026-06-19", "2026-12-25", "2026-12-28"));
        assertThat(ofNamed.validThrough()).contains(LocalDate.parse("2026-12-31"));
    }

    @Test
    void each_word_can_be_said_otherwise_by_the_dataset() {
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
    void what_a_calendar_says_goes_before_the_suite() {
        String suite =
                UK + "days: mon\nexcept: 2026-01-01\nholidays: us.txt\nonly: 2026-01-05\nvalidThrough: 2027-12-31\n";

        assertThat(kpi(suite, "calendar: uk-business"))
                .isEqualTo(new Calendar(
                        WEEKDAYS,
                        dates("2026-08-31", "2026-12-25", "2026-12-28"),
                        dates("2026-01-05"),
                        Optional.of(LocalDate.parse("2026-12-31"))));
        assertThat(kpi(suite + "calendar: uk-business\n", "")).isEqualTo(kpi(suite, "calendar: uk-business"));
    }

    @Test
    void what_a_calendar_does_not_say_is_as_the_suite_says_it() {
        String suite = "calendars: { all: , some: { validThrough: 2026-12-31 } }\ndays: weekdays\nholidays: us.txt\n";

        assertThat(kpi(suite, "calendar: all")).isEqualTo(new Calendar(WEEKDAYS, dates("2026-07-03")));
        assertThat(kpi(suite, "calendar: some"))
                .isEqualTo(new Calendar(
                        WEEKDAYS, dates("2026-07-03"), Set.of(), Optional.of(LocalDate.parse("2026-12-31"))));
    }

    @Test
    void holidays_and_except_add_up_whoever_says_them() {
        assertThat(kpi("except: 2026-06-19\ncalendars: { us: { holidays: us.txt } }\n", "calendar: us")
                        .except())
                .isEqualTo(dates("2026-06-19", "2026-07-03"));
        assertThat(kpi("calendars: { us: { except: 2026-06-19 } }\n", "calendar: us\nholidays: us.txt")
                        .except())
                .isEqualTo(dates("2026-06-19", "2026-07-03"));
    }

    @Test
    void datasets_share_the_calendar_that_they_go_by() {
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
    void a_calendar_that_nobody_goes_by_is_fine() {
        assertThat(kpi("calendars: { spare: { days: mon } }\n", "")).isEqualTo(Calendar.EVERY_DAY);
        assertThat(kpi("calendars: {}\n", "")).isEqualTo(Calendar.EVERY_DAY);
    }

    @Test
    void an_unknown_name_is_told_where_it_stands_with_the_nearest_one() {
        assertThat(problems(UK + dataset("calendar: uk-busines")))
                .containsExactly("lakecheck.yml:6:15: there is no calendar 'uk-busines'; did you mean uk-business?");
        assertThat(problems(UK + dataset("calendar: UK-Business")))
                .containsExactly("lakecheck.yml:6:15: there is no calendar 'UK-Business'; did you mean uk-business?");
        assertThat(problems(UK + dataset("calendar: mars")))
                .containsExactly(
                        "lakecheck.yml:6:15: there is no calendar 'mars'; write it into calendars, or name one that is there");
        assertThat(problems(dataset("calendar: uk-business")))
                .containsExactly(
                        "lakecheck.yml:4:15: there is no calendar 'uk-business'; write it into calendars, or name"
                                + " one that is there");
    }

    @Test
    void an_unknown_name_of_the_suite_is_told_once_for_all_datasets() {
        assertThat(problems(UK + "calendar: uk\n" + dataset("")
                        + "  other: { location: \"x/{date}\", checks: [ recency: ] }\n"))
                .containsExactly(
                        "lakecheck.yml:3:11: there is no calendar 'uk'; write it into calendars, or name one that is"
                                + " there");
    }

    @Test
    void an_unknown_name_hides_no_other_problem() {
        assertThat(problems(UK + dataset("calendar: uk\ndue: soon"))).hasSize(2);
        assertThat(problems("calendars: { uk: { dayz: mon } }\n" + dataset("calendar: ku")))
                .hasSize(2);
    }

    @Test
    void a_calendar_that_is_wrong_is_not_missing_too() {
        assertThat(problems("calendars: { uk: weekdays }\n" + dataset("calendar: uk")))
                .containsExactly(
                        "lakecheck.yml:1:18: uk is a single value; write a block with days, except, only, holidays,"
                                + " validThrough");
        assertThat(problems("calendars: weekdays\n" + dataset("calendar: uk")))
                .containsExactly(
                        "lakecheck.yml:1:12: calendars is a single value; write the calendars, each under its name,"
                                + " with words such as days and holidays");
    }

    @Test
    void a_wrong_word_of_a_calendar_is_told_even_where_nobody_goes_by_it() {
        assertThat(problems("calendars: { uk: { dayz: mon, only: [2026-02-30] } }\n" + dataset("")))
                .containsExactly(
                        "lakecheck.yml:1:20: 'dayz' is no word of calendar; did you mean days? calendar knows days, except,"
                                + " only, holidays, validThrough",
                        "lakecheck.yml:1:38: only: there is no 2026-02-30; write a day that the calendar has");
        assertThat(problems("calendars: { uk: { days: [] } }\n" + dataset("")))
                .containsExactly("lakecheck.yml:1:26: a calendar without a day expects nothing; name at least one day");
        assertThat(problems("calendars: { uk: { holidays: gone.ics } }\n" + dataset("")))
                .singleElement()
                .asString()
                .startsWith("lakecheck.yml:1:30: the file of holidays can't be read");
    }

    @Test
    void days_without_a_day_are_told_once_at_their_place() {
        assertThat(problems("days: []\n" + dataset("") + "  other: { location: \"x/{date}\", checks: [ recency: ] }\n"))
                .containsExactly("lakecheck.yml:1:7: a calendar without a day expects nothing; name at least one day");
    }

    @Test
    void a_file_of_holidays_is_told_once_however_many_datasets_go_by_it() {
        String three = dataset("") + "  b: { location: \"x/{date}\", checks: [ recency: ] }\n"
                + "  c: { location: \"y/{date}\", checks: [ recency: ], holidays: us.txt }\n";

        assertThat(problems("holidays: gone.txt\n" + three))
                .singleElement()
                .asString()
                .startsWith("lakecheck.yml:1:11: the file of holidays can't be read");
        assertThat(problems("calendar: uk\ncalendars: { uk: { holidays: gone.txt } }\n" + three))
                .singleElement()
                .asString()
                .startsWith("lakecheck.yml:2:30: the file of holidays can't be read");
    }

    @Test
    void two_calendars_can_not_share_a_name() {
        assertThat(problems("calendars:\n  uk: { days: mon }\n  uk: { days: tue }\n" + dataset("calendar: uk")))
                .containsExactly("lakecheck.yml:3:3: the calendar uk stands here for the second time; the first is at"
                        + " lakecheck.yml:2:3; give each a name of its own");
    }

    @Test
    void an_undated_dataset_has_no_calendar_of_its_own() {
        assertThat(problems(UK + Yaml.dataset("x/", "calendar: uk-business", "recency: { maxAge: 26h }")))
                .containsExactly(
                        "lakecheck.yml:6:5: calendar is about dates, and the location has none; write dates into the"
                                + " location such as dt={date}/, or leave calendar out");
        assertThat(read(UK + "calendar: uk-business\n" + Yaml.dataset("x/", "", "recency: { maxAge: 26h }"))
                        .datasets())
                .hasSize(1);
    }

    /** The calendar of the one dataset. */
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
        SuiteProblemsException refused = catchThrowableOfType(SuiteProblemsException.class, () -> read(yaml));
        assertThat(refused).as("a suite that is refused:%n%s", yaml).isNotNull();
        return refused.problems().stream().map(Problem::toString).toList();
    }

    private static Set<LocalDate> dates(String... dates) {
        return Stream.of(dates).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
