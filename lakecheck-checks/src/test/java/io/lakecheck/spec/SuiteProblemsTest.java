// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static io.lakecheck.spec.Yaml.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that an invalid suite is rejected as a whole, with the place, the defect and the remedy of every problem. */
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
    void an_unknown_check_does_not_hide_problems_of_the_others() {
        assertThat(Yaml.problems(Yaml.daily("size: {}", "sise: { min: 1 }", "delta: { against: previous }")))
                .satisfiesExactly(problem("5:15", "min"), problem("6:9", "'sise'"), problem("7:16", "drop"));
    }

    @Test
    void five_mistakes_are_reported_at_once() {
        assertThat(Yaml.problems(FIVE_MISTAKES))
                .satisfiesExactly(
                        problem("1:7", "zone", "'Europe/Lodnon'", "'Europe/London'"),
                        problem("5:10", "due", "'6'", "6h, 6m or 6s"),
                        problem("7:23", "min", "'195 KB'", "kB (1000 bytes)", "KiB (1024 bytes)"),
                        problem("8:37", "'droop'", "delta", "Did you mean 'drop'?", "against", "whenBaselineEmpty"),
                        problem("10:15", "'s3a:'", "s3://raw/events/"));
        assertThatThrownBy(() -> Yaml.suite(FIVE_MISTAKES))
                .isInstanceOf(SuiteProblemsException.class)
                .message()
                .startsWith("5 problems")
                .hasLineCount(6);
    }

    @Test
    void a_wrong_name_does_not_hide_other_problems() {
        assertThat(Yaml.problems("""
                        datasets:
                          kpi: { location: "s3://b/{date}/", checks: [ size: { min: 10, max: 5 } ] }
                          kpi: { location: "s3://b/{date}/", checks: [ size: { min: -1 } ] }
                          ${X}: { location: "s3://b/{date}/", checks: [ delta: { drop: 101% } ] }
                        """))
                .satisfiesExactly(
                        problem("2:56", "min", "max"),
                        problem("3:3", "duplicate", "'kpi'", "lakecheck.yml:2:3"),
                        problem("3:61", "'-1'"),
                        problem("4:3", "'${X}'"),
                        problem("4:64", "'101%'"));
    }

    @Test
    void null_values_and_invalid_mappings_do_not_hide_other_problems() {
        assertThat(Yaml.problems("""
                        zone: ~
                        dues: 6h
                        notify: { on: fail }
                        cloudwatch: { namespace: AWS/x }
                        datasets:
                          kpi: { location: "s3://b/{date}/", checks: [ size: { min: *x } ], due: &y 6h }
                        """))
                .satisfiesExactly(
                        problem("1:7", "'~'"),
                        problem("2:1", "'dues'", "'due'"),
                        problem("3:9", "slack"),
                        problem("4:26", "'AWS/x'"),
                        problem("6:61", "alias *x"),
                        problem("6:74", "anchor &y"));
    }

    @Test
    void one_mistake_is_reported_on_one_line() {
        assertThatThrownBy(() -> Yaml.suite(Yaml.daily("delta: { drop: 30 }")))
                .message()
                .hasLineCount(1)
                .startsWith("lakecheck.yml:5:24: delta.drop: '30'")
                .contains("30%");
    }

    @Test
    void an_invalid_suite_has_no_stack_trace() {
        assertThatThrownBy(() -> Yaml.suite(FIVE_MISTAKES))
                .hasNoCause()
                .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    }

    @Test
    void a_bad_name_does_not_hide_other_mistakes() {
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
    void the_message_shows_the_first_fifty_problems_and_the_list_has_all() {
        StringBuilder yaml = new StringBuilder(Yaml.daily("size: { min: 1 }"));
        for (int i = 0; i < 60; i++) {
            yaml.append("stray").append(i).append(": 1\n");
        }

        assertThat(Yaml.problems(yaml.toString())).hasSize(60);
        assertThatThrownBy(() -> Yaml.suite(yaml.toString()))
                .message()
                .hasLineCount(52)
                .endsWith("\nand 10 more");
    }

    @Test
    void control_characters_of_a_suite_are_made_visible() {
        assertThat(Yaml.problems("\"\\e[31m\\u202Ered\": 1"))
                .anySatisfy(problem("1:1", "'\\u{1b}[31m\\u{202e}red'", "zone", "datasets"));
    }

    @Test
    void a_suite_needs_datasets() {
        assertThat(Yaml.problems("zone: UTC")).satisfiesExactly(problem("1:1", "datasets"));
        assertThat(Yaml.problems("datasets: {}")).satisfiesExactly(problem("1:1", "datasets", "location"));
        assertThat(Yaml.problems("datasets: [kpi]"))
                .satisfiesExactly(problem("1:11", "datasets is a list", "location"));
    }

    @Test
    void a_suite_is_a_block() {
        assertThat(Yaml.problems("- kpi")).satisfiesExactly(problem("1:1", "suite is a list", "datasets"));
        assertThat(Yaml.problems("kpi")).satisfiesExactly(problem("1:1", "suite is text", "datasets"));
    }

    @Test
    void a_dataset_needs_a_location_and_checks() {
        assertThat(Yaml.problems("datasets: { kpi: }"))
                .satisfiesExactly(
                        problem("1:17", "kpi", "location: s3://refined/kpi/dt={date}/"),
                        problem("1:17", "kpi", "checks: [ recency: { marker: _SUCCESS } ]"));
        assertThat(Yaml.problems("datasets: { kpi: { location: , checks: } }"))
                .satisfiesExactly(
                        problem("1:29", "location is empty", "s3://refined/kpi/dt={date}/"),
                        problem("1:39", "checks is empty", "- size: { min: 1 kB }"));
        assertThat(Yaml.problems("datasets: { kpi: { location: x, checks: [] } }"))
                .satisfiesExactly(problem("1:41", "checks is empty", "- size: { min: 1 kB }"));
    }

    @Test
    void two_datasets_can_not_share_a_name() {
        String yaml = """
                datasets:
                  kpi: { location: "a/{date}", checks: [ recency: {} ] }
                  kpi: { location: "b/{date}", checks: [ recency: {} ] }
                """;

        assertThat(Yaml.problems(yaml))
                .satisfiesExactly(problem("3:3", "duplicate dataset 'kpi'", "lakecheck.yml:2:3"));
    }

    @Test
    void a_key_can_not_be_set_twice() {
        assertThat(Yaml.problems(Yaml.daily("size: { min: 1, min: 2 }")))
                .satisfiesExactly(problem("5:25", "duplicate key 'min'", "lakecheck.yml:5:17"));
    }

    @Test
    void names_have_no_variables_and_are_not_blank() {
        assertThat(Yaml.problems("datasets: { \"${X}\": { location: x, checks: [ size: { min: 1 } ] } }"))
                .satisfiesExactly(problem("1:13", "'${X}'"));
        assertThat(Yaml.problems("datasets: { \" \": { location: x, checks: [ size: { min: 1 } ] } }"))
                .satisfiesExactly(problem("1:13", "' '"));
    }

    @Test
    void an_unknown_check_is_reported_with_the_nearest_one() {
        assertThat(Yaml.problems(Yaml.daily("sise: { min: 1 }", "presence: {}")))
                .satisfiesExactly(
                        problem("5:9", "'sise'", "Did you mean 'size'?", "recency, size, delta, complete"),
                        problem("6:9", "'presence'", "recency, size, delta, complete"));
    }

    @Test
    void a_check_is_a_name_with_limits_after_a_dash() {
        assertThat(Yaml.problems(Yaml.daily("recency", "[]")))
                .satisfiesExactly(
                        problem("5:9", "no colon", "- size: { min: 1 kB }"),
                        problem("6:9", "empty", "- size: { min: 1 kB }"));
        assertThat(Yaml.problems(Yaml.daily("recency:\n        marker: _SUCCESS")))
                .satisfiesExactly(problem("6:9", "'marker'", "'recency'", "indent"));
        assertThat(Yaml.problems("datasets: { kpi: { location: x, checks: { size: { min: 1 } } } }"))
                .satisfiesExactly(problem("1:41", "checks is a mapping", "a list with at least one check"));
    }

    @Test
    void lists_and_blocks_are_not_single_values() {
        assertThat(Yaml.problems(Yaml.daily("size: { min: [1], each: 3 }")))
                .satisfiesExactly(
                        problem("5:22", "min is a list", "195 kB"), problem("5:33", "each is text", "min, max"));
        assertThat(Yaml.problems(Yaml.dataset("x/{date}", "days: { mon: 1 }\nexcept: [[2026-01-01]]", "recency: {}")))
                .satisfiesExactly(
                        problem("4:11", "days is a mapping", "weekdays", "a list"),
                        problem("5:14", "except is a list", "2026-12-25"));
    }

    @Test
    void a_mistyped_key_is_not_reported_as_missing_too() {
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
                .satisfiesExactly(problem("5:14", "min: 1 kB"), problem("6:16", "drop: 30%"));
    }

    @Test
    void min_is_at_most_max() {
        assertThat(Yaml.problems(
                        Yaml.daily("size: { min: 2, max: 1, objects: { min: 2, max: 1 }, each: { min: 2, max: 1 } }")))
                .satisfiesExactly(
                        problem("5:17", "min", "max"), problem("5:44", "min", "max"), problem("5:70", "min", "max"));
    }

    @Test
    void a_dated_dataset_has_a_deadline_instead_of_an_age() {
        assertThat(Yaml.problems(Yaml.daily("recency: { maxAge: 26h }")))
                .satisfiesExactly(problem("5:20", "maxAge", "due", "grace"));
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
                .satisfiesExactly(
                        problem("4:5", "due", "location"),
                        problem("5:5", "days", "location"),
                        problem("6:5", "except", "location"),
                        problem("8:18", "recency", "maxAge"),
                        problem("8:20", "grace", "maxAge"),
                        problem("8:31", "late", "maxAge"),
                        problem("9:16", "delta", "location"),
                        problem("10:19", "complete", "location"));
    }

    @Test
    void date_keys_of_the_suite_do_not_affect_an_undated_dataset() {
        assertThat(Yaml.suite("due: 6h\n" + Yaml.dataset("s3://refined/kpi/", "", "recency: { maxAge: 26h }"))
                        .datasets())
                .hasSize(1);
    }

    @Test
    void sealed_needs_a_marker() {
        assertThat(Yaml.problems(Yaml.daily("recency: { sealed: false }")))
                .satisfiesExactly(problem("5:20", "sealed", "marker: _SUCCESS"));
    }

    @Test
    void quiet_is_for_partitions_without_a_marker() {
        assertThat(Yaml.problems(Yaml.daily("recency: { marker: _SUCCESS, quiet: 10m }")))
                .satisfiesExactly(problem("5:38", "quiet", "marker"));
        assertThat(Yaml.problems(Yaml.daily("recency: { quiet: 0s }"))).satisfiesExactly(problem("5:18", "quiet"));
    }

    @Test
    void a_webhooks_url_is_never_repeated() {
        String url = "https://hooks.slack.com/services/T0/B0/secret";

        assertThat(Yaml.problems("notify: { slack: \"" + url + "\" }\n" + Yaml.daily("recency: {}")))
                .satisfiesExactly(problem("1:18", "slack", "environment variable", "SLACK_WEBHOOK_URL"))
                .noneMatch(problem -> problem.contains("secret"));
        assertThat(Yaml.problems("notify: { slack: \"${URL}\" }\n" + Yaml.daily("recency: {}"), Map.of("URL", url)))
                .singleElement()
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void a_notification_needs_a_recipient() {
        assertThat(Yaml.problems("notify: { on: always }\n" + Yaml.daily("recency: {}")))
                .satisfiesExactly(problem("1:9", "slack", "webhook", "sns"));
    }

    @Test
    void a_dataset_has_one_marker() {
        assertThat(Yaml.problems(Yaml.daily(
                        "recency: { marker: _SUCCESS }", "recency: { marker: _DONE, late: fail }", "size: { min: 1 }")))
                .satisfiesExactly(problem("6:18", "recency", "same marker"));
    }

    @Test
    void a_template_without_a_clear_period_is_rejected_at_its_place() {
        assertThat(Yaml.problems(Yaml.dataset("s3://refined/kpi/{MM}/", "", "recency: {}")))
                .satisfiesExactly(problem("3:15", "{MM}/", "year", "{date}"));
    }

    @Test
    void lookback_reaches_at_least_as_far_as_history() {
        assertThat(Yaml.problems(Yaml.daily("delta: { drop: 30%, history: 9, lookback: 7 }")))
                .satisfiesExactly(problem("5:41", "lookback", "history"));
    }

    @Test
    void a_size_is_not_a_number_of_objects() {
        assertThat(Yaml.problems(Yaml.daily("delta: { drop: 30%, of: objects, atLeast: 5 kB }")))
                .satisfiesExactly(problem("5:42", "atLeast", "number of objects"));
    }

    @Test
    void metrics_need_a_valid_namespace() {
        String daily = Yaml.daily("recency: {}");

        assertThat(Yaml.problems("cloudwatch: {}\n" + daily))
                .satisfiesExactly(problem("1:13", "cloudwatch", "namespace: Lake/Checks"));
        assertThat(Yaml.problems("cloudwatch: { namespace: AWS/S3 }\n" + daily))
                .satisfiesExactly(problem("1:26", "namespace: 'AWS/S3'"));
        assertThat(Yaml.problems("cloudwatch: { namespace: Lake, dimensions: { \":x\": y } }\n" + daily))
                .satisfiesExactly(problem("1:13", "dimension", "255"));
    }

    @Test
    void an_endpoint_with_a_password_is_rejected() {
        assertThat(Yaml.problems("s3: { endpoint: \"http://user:pass@host\" }\n" + Yaml.daily("recency: {}")))
                .satisfiesExactly(problem("1:17", "endpoint", "http://localhost:4566", "password"));
    }

    @Test
    void the_exception_lists_its_problems() {
        Problem problem = new Problem(Origin.of("pom.xml").at(3, 4), "unknown key 'x'", "Remove it");

        assertThat(new SuiteProblemsException(List.of(problem)).problems()).containsExactly(problem);
    }
}
