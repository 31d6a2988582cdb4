// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static io.lakecheck.spec.Yaml.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.delivery.Connection;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubstitutionTest {

    private static final Substitution VARIABLES = new Substitution(name -> Optional.ofNullable(
            Map.of("BUCKET", "refined", "EMPTY", "", "EVIL", "${BUCKET}", "project.build.directory", "target")
                    .get(name)));

    @Test
    void a_variable_is_replaced_by_its_value() {
        assertThat(VARIABLES.in("s3://${BUCKET}/kpi/")).isEqualTo("s3://refined/kpi/");
        assertThat(VARIABLES.in("${BUCKET}${BUCKET}")).isEqualTo("refinedrefined");
        assertThat(VARIABLES.in("${project.build.directory}/lake")).isEqualTo("target/lake");
    }

    @Test
    void a_default_replaces_an_unset_or_empty_variable() {
        assertThat(VARIABLES.in("${BUCKET:-raw}")).isEqualTo("refined");
        assertThat(VARIABLES.in("${NONE:-raw}")).isEqualTo("raw");
        assertThat(VARIABLES.in("${EMPTY:-raw}")).isEqualTo("raw");
        assertThat(VARIABLES.in("${NONE:-}")).isEmpty();
        assertThat(VARIABLES.in("${NONE:-a:-b}")).isEqualTo("a:-b");
    }

    @Test
    void a_default_may_contain_dates_and_variables() {
        assertThat(VARIABLES.in("${NONE:-s3://x/dt={date}/}")).isEqualTo("s3://x/dt={date}/");
        assertThat(VARIABLES.in("${NONE:-${BUCKET}/x}")).isEqualTo("refined/x");
        assertThat(VARIABLES.in("${NONE:-${OTHER:-deep}}")).isEqualTo("deep");
    }

    @Test
    void dates_in_braces_are_not_variables() {
        assertThat(VARIABLES.in("dt={date}/$x/{yyyy}")).isEqualTo("dt={date}/$x/{yyyy}");
    }

    @Test
    void two_dollars_are_a_literal_one() {
        assertThat(VARIABLES.in("$${BUCKET}")).isEqualTo("${BUCKET}");
        assertThat(VARIABLES.in("a$${b")).isEqualTo("a${b");
    }

    @Test
    void variables_in_a_value_are_not_substituted() {
        assertThat(VARIABLES.in("${EVIL}")).isEqualTo("${BUCKET}");
    }

    @Test
    void an_unset_variable_is_reported_with_its_remedy() {
        assertThatThrownBy(() -> VARIABLES.in("${NONE}"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("variable NONE", "environment", "${NONE:-default}");
        assertThatThrownBy(() -> VARIABLES.in("${EMPTY}")).hasMessageContaining("variable EMPTY is not set");
    }

    @Test
    void an_invalid_name_is_rejected() {
        for (String wrong : new String[] {"${}", "${a b}", "${1}", "${:-x}", "${a${b}}"}) {
            assertThatThrownBy(() -> VARIABLES.in(wrong)).as(wrong).hasMessageStartingWith("invalid variable name");
        }
        assertThatThrownBy(() -> VARIABLES.in("s3://${BUCKET/kpi")).hasMessageStartingWith("'${' is not closed");
    }

    @Test
    void problems_are_at_the_place_of_the_variable() {
        assertThat(Yaml.problems(Yaml.dataset("s3://${NONE}/kpi/dt={date}/", "", "recency: {}")))
                .satisfiesExactly(problem("3:15", "variable NONE", "${NONE:-default}"));
        assertThat(Yaml.problems(Yaml.daily("size: { min: \"${MIN}\" }"), Map.of("MIN", "five")))
                .satisfiesExactly(problem("5:22", "min: 'five'", "195 kB"));
    }

    @Test
    void a_value_can_not_add_keys() {
        assertThat(Yaml.problems(Yaml.daily("size: { min: \"${MIN}\" }"), Map.of("MIN", "1, max: 2 }")))
                .satisfiesExactly(problem("5:22", "min: '1, max: 2 }'"));
    }

    @Test
    void an_optional_key_with_an_empty_variable_is_not_set() {
        String yaml = "s3: { endpoint: \"${ENDPOINT:-}\", region: \"${REGION:-}\" }\n" + Yaml.daily("recency: {}");

        assertThat(Yaml.suite(yaml).connection()).isEqualTo(Connection.DEFAULT);
        assertThat(Yaml.suite(yaml, Map.of("REGION", "eu-west-1")).connection().region())
                .contains("eu-west-1");
    }

    @Test
    void a_required_key_with_an_empty_variable_is_missing() {
        assertThat(Yaml.problems(Yaml.dataset("\"${LAKE:-}\"", "", "recency: {}")))
                .satisfiesExactly(problem("3:5", "kpi", "location: s3://refined/kpi/dt={date}/"));
        assertThat(Yaml.problems(Yaml.dataset("x/", "", "recency: { maxAge: \"${AGE:-}\" }")))
                .singleElement()
                .asString()
                .contains("recency", "maxAge");
    }
}
