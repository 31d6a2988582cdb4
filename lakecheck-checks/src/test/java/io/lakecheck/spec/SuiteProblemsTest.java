// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A wrong suite is refused whole, and its author is told everything at once: where, what is wrong, what to write. */
class SuiteProblemsTest {

    private static final String FIVE_MISTAKES = """
            zone: Europe/Lodnon
            datasets:
              kpi-daily:
                location: s3://refined/kpi/dt={date}/
                due: 6
                checks:
                  - size:  { min: 195 KB }
                  - delta: { against: previous, droop: 30% }
              raw:
                location: s3a://raw/events/
                checks:
                  - recency: { maxAge: 26h }
            """;

    @Test
    void a_check_that_is_none_hides_nothing_that_is_wrong_with_the_others() {
        assertThat(Yaml.problems(Yaml.daily("size: {}", "sise: { min: 1 }", "delta: { against: previous }")))
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("lakecheck.yml:5:") && problem.contains("no limit is given"))
                .anyMatch(problem -> problem.startsWith("lakecheck.yml:6:") && problem.contains("'sise' is no check"))
                .anyMatch(problem -> problem.startsWith("lakecheck.yml:7:") && problem.contains("no limit is given"));
    }

    @Test
    void five_mistakes_are_told_at_once_each_with_its_place_and_remedy() {
        assertThatThrownBy(() -> Yaml.suite(FIVE_MISTAKES))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessage("""
                        5 problems, so that nothing was checked:
                        lakecheck.yml:1:7: zone: 'Europe/Lodnon' is no time zone that this JDK knows; did you mean Europe/London? write a time zone such as UTC, Europe/London or +02:00
                        lakecheck.yml:5:10: due: '6' is no duration; it has no unit; write 6h, 6m or 6s
                        lakecheck.yml:7:23: min: '195 KB' is no size; write kB (1000 bytes), or KiB (1024 bytes)
                        lakecheck.yml:8:37: 'droop' is no word of delta; did you mean drop? delta knows against, drop, rise, deviation, of, atLeast, history, lookback, whenAbsent, whenTooLittleHistory, whenBaselineEmpty, severity
                        lakecheck.yml:10:15: 's3a:' is Hadoop's name for S3; write s3://raw/events/""".stripIndent());
    }

    @Test
    void a_wrong_name_hides_no_other_problem() {
        assertThatThrownBy(() -> Yaml.suite("""
                        datasets:
                          kpi: { location: "s3://b/{date}/", checks: [ size: { min: 10, max: 5 } ] }
                          kpi: { location: "s3://b/{date}/", checks: [ size: { min: -1 } ] }
                          ${X}: { location: "s3://b/{date}/", checks: [ delta: { drop: 101% } ] }
                        """))
                .hasMessageStartingWith("5 problems")
                .hasMessageContaining("min is more than max")
                .hasMessageContaining("the dataset kpi stands here for the second time")
                .hasMessageContaining("'-1'")
                .hasMessageContaining("'${X}' is no name of a dataset")
                .hasMessageContaining("'101%'");
    }

    @Test
    void words_that_say_nothing_and_blocks_that_make_no_sense_hide_no_other_problem() {
        assertThatThrownBy(() -> Yaml.suite("""
                        zone: ~
                        dues: 6h
                        notify: { on: fail }
                        cloudwatch: { namespace: AWS/x }
                        datasets:
                          kpi: { location: "s3://b/{date}/", checks: [ size: { min: *x } ], due: &y 6h }
                        """))
                .hasMessageStartingWith("6 problems")
                .hasMessageContaining("1:7: '~' says nothing")
                .hasMessageContaining("2:1: 'dues' is no word of suite")
                .hasMessageContaining("3:9: ")
                .hasMessageContaining("4:26: ")
                .hasMessageContaining("*x is an alias")
                .hasMessageContaining("anchors are not taken");
    }

    @Test
    void one_mistake_is_told_on_one_line() {
        assertThatThrownBy(() -> Yaml.suite(Yaml.daily("delta: { drop: 30 }")))
                .hasMessage("lakecheck.yml:5:24: drop: '30' is no percentage; it has no percent sign; write 30%");
    }

    @Test
    void a_wrong_suite_is_no_fault_of_the_program() {
        assertThatThrownBy(() -> Yaml.suite(FIVE_MISTAKES))
                .hasNoCause()
                .satisfies(refused -> assertThat(refused.getStackTrace()).isEmpty());
    }

    @Test
    void a_bad_name_hides_no_other_mistake() {
        assertThat(Yaml.problems("""
                        datasets:
                          kpi:
                            location: s3:/refined/kpi/dt={date}/
                            checks: [ size: { min: 10, max: 5 } ]
                          kpi:
                            location: s3a://refined/kpi/dt={date}/
                            checks: [ size: { min: 10, max: 5 } ]
                          ${X}:
                            location: s3://refined/kpi/dt={date}/
                            checks: [ delta: { drop: 30 } ]
                          leads:
                            location: s3a://raw/leads/dt={date}/
                            checks: [ recency: ]
                        """))
                .extracting(problem -> problem.replaceFirst("lakecheck.yml:(\\d+):.*", "$1"))
                .containsExactly("3", "4", "5", "6", "7", "8", "10", "12");
    }

    @Test
    void a_flood_of_problems_is_cut_in_the_message_but_not_in_the_list() {
        StringBuilder yaml = new StringBuilder(Yaml.daily("size: { min: 1 }"));
        for (int i = 0; i < 60; i++) {
            yaml.append("stray").append(i).append(": 1\n");
        }

        assertThat(Yaml.problems(yaml.toString())).hasSize(60);
        assertThatThrownBy(() -> Yaml.suite(yaml.toString()))
                .message()
                .hasLineCount(52)
                .endsWith("\n… and 10 more");
    }

    @Test
    void strange_characters_of_a_suite_are_made_visible() {
        assertThat(Yaml.problems("\"\\e[31m\\u202Ered\": 1"))
                .contains(
                        "lakecheck.yml:1:1: '\\u{1b}[31m\\u{202e}red' is no word of suite; suite knows zone, due, calendar, days,"
                                + " except, only, holidays, validThrough, include, exclude, calendars, s3, cloudwatch, notify, wait,"
                                + " datasets");
    }

    @Test
    void a_suite_needs_datasets() {
        assertThat(Yaml.problems("zone: UTC"))
                .singleElement()
                .asString()
                .startsWith("lakecheck.yml:1:1: the suite has no datasets; add datasets: {");
        assertThat(Yaml.problems("datasets: {}"))
                .containsExactly(
                        "lakecheck.yml:1:1: there are no datasets; write at least one, with a location and checks");
        assertThat(Yaml.problems("datasets: [kpi]"))
                .containsExactly(
                        "lakecheck.yml:1:11: datasets is a list; write the datasets, each under its name, with a"
                                + " location and checks");
    }

    @Test
    void a_suite_is_a_block() {
        assertThat(Yaml.problems("- kpi"))
                .singleElement()
                .asString()
                .startsWith("lakecheck.yml:1:1: the suite is a list;");
        assertThat(Yaml.problems("kpi"))
                .singleElement()
                .asString()
                .startsWith("lakecheck.yml:1:1: the suite is a single value;");
    }

    @Test
    void a_dataset_needs_a_location_and_checks() {
        assertThat(Yaml.problems("datasets: { kpi: }"))
                .containsExactly(
                        "lakecheck.yml:1:17: kpi has no location; add location: s3://refined/kpi/dt={date}/",
                        "lakecheck.yml:1:17: kpi has no checks; add checks: [ recency: { marker: _SUCCESS } ]");
        assertThat(Yaml.problems("datasets: { kpi: { location: , checks: } }"))
                .containsExactly(
                        "lakecheck.yml:1:29: location is nothing; write a location such as s3://refined/kpi/dt={date}/",
                        "lakecheck.yml:1:39: checks is nothing; write a list of checks, each behind a dash and under its name,"
                                + " such as - size: { min: 1 kB }");
        assertThat(Yaml.problems("datasets: { kpi: { location: x, checks: [] } }"))
                .singleElement()
                .asString()
                .startsWith("lakecheck.yml:1:41: checks is empty; write a list of checks");
    }

    @Test
    void two_datasets_can_not_share_a_name() {
        String yaml = """
                datasets:
                  kpi: { location: "a/{date}", checks: [ recency: {} ] }
                  kpi: { location: "b/{date}", checks: [ recency: {} ] }
                """;

        assertThat(Yaml.problems(yaml))
                .containsExactly("lakecheck.yml:3:3: the dataset kpi stands here for the second time; the first is at"
                        + " lakecheck.yml:2:3; give each a name of its own");
    }

    @Test
    void a_word_can_not_stand_twice() {
        assertThat(Yaml.problems(Yaml.daily("size: { min: 1, min: 2 }")))
                .containsExactly("lakecheck.yml:5:25: min stands here for the second time; the first is at"
                        + " lakecheck.yml:5:17; leave one of them out");
    }

    @Test
    void names_are_to_the_letter() {
        assertThat(Yaml.problems("datasets: { \"${X}\": { location: x, checks: [ size: { min: 1 } ] } }"))
                .containsExactly("lakecheck.yml:1:13: '${X}' is no name of a dataset; write a name, without variables");
        assertThat(Yaml.problems("datasets: { \" \": { location: x, checks: [ size: { min: 1 } ] } }"))
                .containsExactly("lakecheck.yml:1:13: ' ' is no name of a dataset; write a name, without variables");
    }

    @Test
    void an_unknown_check_is_told_with_the_nearest_one() {
        assertThat(Yaml.problems(Yaml.daily("sise: { min: 1 }", "presence: {}")))
                .containsExactly(
                        "lakecheck.yml:5:9: 'sise' is no check; did you mean size? there are recency, size, delta, complete",
                        "lakecheck.yml:6:9: 'presence' is no check; there are recency, size, delta, complete");
    }

    @Test
    void a_check_is_a_name_with_its_limits_behind_a_dash_of_its_own() {
        assertThat(Yaml.problems(Yaml.daily("recency", "[]")))
                .containsExactly(
                        "lakecheck.yml:5:9: a check is a single value; write its name, a colon and its limits, such as"
                                + " - size: { min: 1 kB }",
                        "lakecheck.yml:6:9: a check is a list; write its name, a colon and its limits, such as"
                                + " - size: { min: 1 kB }");
        assertThat(Yaml.problems(Yaml.daily("recency:\n        marker: _SUCCESS")))
                .containsExactly(
                        "lakecheck.yml:6:9: marker stands beside recency in one check; give each check a dash of its"
                                + " own, and indent its limits further than its name");
        assertThat(Yaml.problems("datasets: { kpi: { location: x, checks: { size: { min: 1 } } } }"))
                .singleElement()
                .asString()
                .startsWith("lakecheck.yml:1:41: checks is a block of names; write a list of checks");
    }

    @Test
    void lists_and_blocks_are_no_single_values() {
        assertThat(Yaml.problems(Yaml.daily("size: { min: [1], each: 3 }")))
                .containsExactly(
                        "lakecheck.yml:5:22: min is a list; write a size such as 195 kB, 1.5 GB, 1 MiB or a bare number of"
                                + " bytes",
                        "lakecheck.yml:5:33: each is a single value; write a block with min, max");
        assertThat(Yaml.problems(Yaml.dataset("x/{date}", "days: { mon: 1 }\nexcept: [[2026-01-01]]", "recency: {}")))
                .containsExactly(
                        "lakecheck.yml:4:11: days is a block of names; write one of daily, weekdays, weekends, mon, tue, wed,"
                                + " thu, fri, sat, sun, monday, tuesday, wednesday, thursday, friday, saturday, sunday, or a"
                                + " list of such",
                        "lakecheck.yml:5:14: except is a list; write a date such as 2026-12-25");
    }

    @Test
    void what_is_mistyped_is_not_missing_too() {
        assertThat(Yaml.problems(Yaml.daily("size: { mni: 1 }"))).hasSize(1);
        assertThat(Yaml.problems(Yaml.daily("delta: { drop: lots }"))).hasSize(1);
        assertThat(Yaml.problems(Yaml.dataset("x/", "", "recency: { maxAge: old }")))
                .hasSize(1);
        assertThat(Yaml.problems(Yaml.dataset("{nonsense}/", "due: 1h", "recency: { maxAge: 1h }")))
                .hasSize(1);
    }

    @Test
    void checks_need_limits() {
        assertThat(Yaml.problems(Yaml.daily("size:", "delta: { against: previous }")))
                .containsExactly(
                        "lakecheck.yml:5:14: no limit is given; write for instance min: 1 kB",
                        "lakecheck.yml:6:16: no limit is given; write for instance drop: 30%");
    }

    @Test
    void the_least_is_never_more_than_the_most() {
        assertThat(Yaml.problems(
                        Yaml.daily("size: { min: 2, max: 1, objects: { min: 2, max: 1 }, each: { min: 2, max: 1 } }")))
                .containsExactly(
                        "lakecheck.yml:5:17: min is more than max; swap the two",
                        "lakecheck.yml:5:44: min is more than max; swap the two",
                        "lakecheck.yml:5:70: min is more than max; swap the two");
    }

    @Test
    void a_dated_dataset_has_a_deadline_instead_of_an_age() {
        assertThat(Yaml.problems(Yaml.daily("recency: { maxAge: 26h }")))
                .containsExactly(
                        "lakecheck.yml:5:20: maxAge is for locations without dates, and this one has some; leave maxAge"
                                + " out; write due beside the location, and grace here");
    }

    @Test
    void an_undated_dataset_has_an_age_instead_of_a_deadline() {
        String yaml = Yaml.dataset(
                "s3://refined/kpi/",
                "due: 6h\ndays: weekdays\nexcept: 2026-12-25",
                "recency: { grace: 1h, late: fail }",
                "delta: { drop: 30% }",
                "complete: { strays: fail }");

        assertThat(Yaml.problems(yaml))
                .containsExactly(
                        "lakecheck.yml:4:5: due is about dates, and the location has none; write dates into the location such as"
                                + " dt={date}/, or leave due out",
                        "lakecheck.yml:5:5: days is about dates, and the location has none; write dates into the location such as"
                                + " dt={date}/, or leave days out",
                        "lakecheck.yml:6:5: except is about dates, and the location has none; write dates into the location such"
                                + " as dt={date}/, or leave except out",
                        "lakecheck.yml:8:18: recency has no maxAge, and a location without dates has no deadline; add maxAge:"
                                + " 26h, or write dates into the location",
                        "lakecheck.yml:8:20: grace is about a deadline, and a location without dates has none; write maxAge"
                                + " instead",
                        "lakecheck.yml:8:31: late is about a deadline, and a location without dates has none; write maxAge"
                                + " instead",
                        "lakecheck.yml:9:16: delta compares partitions, and a location without dates has only one; write dates"
                                + " into the location, or leave delta out",
                        "lakecheck.yml:10:19: complete looks at the last periods, and a location without dates has none; write"
                                + " dates into the location, or leave complete out");
    }

    @Test
    void what_the_suite_says_of_dates_does_not_concern_an_undated_dataset() {
        assertThat(Yaml.suite("due: 6h\n" + Yaml.dataset("s3://refined/kpi/", "", "recency: { maxAge: 26h }"))
                        .datasets())
                .hasSize(1);
    }

    @Test
    void sealed_needs_a_marker() {
        assertThat(Yaml.problems(Yaml.daily("recency: { sealed: false }")))
                .containsExactly("lakecheck.yml:5:20: sealed says nothing without a marker; add marker: _SUCCESS");
    }

    @Test
    void quiet_is_for_partitions_without_a_marker() {
        assertThat(Yaml.problems(Yaml.daily("recency: { marker: _SUCCESS, quiet: 10m }")))
                .containsExactly(
                        "lakecheck.yml:5:38: quiet guesses when a partition is complete, and the marker says it; leave"
                                + " one of them out");
        assertThat(Yaml.problems(Yaml.daily("recency: { quiet: 0s }")))
                .containsExactly("lakecheck.yml:5:18: quiet is longer than nothing");
    }

    @Test
    void an_address_that_lets_anybody_in_is_never_repeated() {
        String url = "https://hooks.slack.com/services/T0/B0/secret";

        assertThat(Yaml.problems("notify: { slack: \"" + url + "\" }\n" + Yaml.daily("recency: {}")))
                .containsExactly(
                        "lakecheck.yml:1:18: slack: what stands here is no name of an environment variable; write the"
                                + " name of the environment variable that holds the address, such as SLACK_WEBHOOK_URL");
        assertThat(Yaml.problems("notify: { slack: \"${URL}\" }\n" + Yaml.daily("recency: {}"), Map.of("URL", url)))
                .singleElement()
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void a_notification_is_told_to_somebody() {
        assertThat(Yaml.problems("notify: { on: always }\n" + Yaml.daily("recency: {}")))
                .containsExactly("lakecheck.yml:1:9: nobody is told; write at least one of slack, webhook, sns");
    }

    @Test
    void a_dataset_has_one_marker() {
        assertThat(Yaml.problems(Yaml.daily(
                        "recency: { marker: _SUCCESS }", "recency: { marker: _DONE, late: fail }", "size: { min: 1 }")))
                .containsExactly(
                        "lakecheck.yml:6:18: this recency has another marker than the one before; give each recency of"
                                + " a dataset the same marker");
    }

    @Test
    void a_template_that_can_not_tell_its_period_is_refused_where_it_stands() {
        assertThat(Yaml.problems(Yaml.dataset("s3://refined/kpi/{MM}/", "", "recency: {}")))
                .singleElement()
                .asString()
                .startsWith("lakecheck.yml:3:15: the dates in {MM}/ can't tell one ")
                .contains("; give the year too and write for instance {date}");
    }

    @Test
    void lookback_reaches_at_least_as_far_as_history() {
        assertThat(Yaml.problems(Yaml.daily("delta: { drop: 30%, history: 9, lookback: 7 }")))
                .containsExactly("lakecheck.yml:5:41: lookback is shorter than history; look back at least as far");
    }

    @Test
    void a_size_is_no_number_of_objects() {
        assertThat(Yaml.problems(Yaml.daily("delta: { drop: 30%, of: objects, atLeast: 5 kB }")))
                .containsExactly(
                        "lakecheck.yml:5:42: atLeast is a size, and objects are compared; write a bare number of objects");
    }

    @Test
    void metrics_need_a_namespace_that_cloudwatch_takes() {
        String daily = Yaml.daily("recency: {}");

        assertThat(Yaml.problems("cloudwatch: {}\n" + daily))
                .containsExactly("lakecheck.yml:1:13: cloudwatch has no namespace; add namespace: Lake/Checks");
        assertThat(Yaml.problems("cloudwatch: { namespace: AWS/S3 }\n" + daily))
                .singleElement()
                .asString()
                .startsWith("lakecheck.yml:1:26: namespace: 'AWS/S3' is no CloudWatch namespace;");
        assertThat(Yaml.problems("cloudwatch: { namespace: Lake, dimensions: { \":x\": y } }\n" + daily))
                .singleElement()
                .asString()
                .contains("a dimension's name is up to 255 ASCII characters");
    }

    @Test
    void an_endpoint_carries_no_secret() {
        assertThat(Yaml.problems("s3: { endpoint: \"http://user:pass@host\" }\n" + Yaml.daily("recency: {}")))
                .singleElement()
                .asString()
                .contains("write an address such as http://localhost:4566, without user or password");
    }

    @Test
    void problems_are_also_there_one_by_one() {
        SuiteProblemsException refused = new SuiteProblemsException(
                List.of(new Problem(Origin.of("pom.xml").at(3, 4), "this is wrong", "write that")));

        assertThat(refused.problems()).hasSize(1).first().hasToString("pom.xml:3:4: this is wrong; write that");
    }
}
