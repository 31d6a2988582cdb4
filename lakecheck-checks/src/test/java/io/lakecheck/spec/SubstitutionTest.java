// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

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
    void a_default_stands_in_for_what_is_unset_or_empty() {
        assertThat(VARIABLES.in("${BUCKET:-raw}")).isEqualTo("refined");
        assertThat(VARIABLES.in("${NONE:-raw}")).isEqualTo("raw");
        assertThat(VARIABLES.in("${EMPTY:-raw}")).isEqualTo("raw");
        assertThat(VARIABLES.in("${NONE:-}")).isEmpty();
        assertThat(VARIABLES.in("${NONE:-a:-b}")).isEqualTo("a:-b");
    }

    @Test
    void a_default_may_have_dates_and_variables_of_its_own() {
        assertThat(VARIABLES.in("${NONE:-s3://x/dt={date}/}")).isEqualTo("s3://x/dt={date}/");
        assertThat(VARIABLES.in("${NONE:-${BUCKET}/x}")).isEqualTo("refined/x");
        assertThat(VARIABLES.in("${NONE:-${OTHER:-deep}}")).isEqualTo("deep");
    }

    @Test
    void dates_in_braces_are_no_variables() {
        assertThat(VARIABLES.in("dt={date}/$x/{yyyy}")).isEqualTo("dt={date}/$x/{yyyy}");
    }

    @Test
    void two_dollars_are_a_plain_one() {
        assertThat(VARIABLES.in("$${BUCKET}")).isEqualTo("${BUCKET}");
        assertThat(VARIABLES.in("a$${b")).isEqualTo("a${b");
    }

    @Test
    void a_value_is_not_looked_through_for_variables() {
        assertThat(VARIABLES.in("${EVIL}")).isEqualTo("${BUCKET}");
    }

    @Test
    void a_missing_variable_is_told_with_its_remedy() {
        assertThatThrownBy(() -> VARIABLES.in("${NONE}"))
                .isInstanceOfSatisfying(InvalidValueException.class, refusal -> {
                    assertThat(refusal.what()).isEqualTo("the variable NONE is not set");
                    assertThat(refusal.remedy())
                            .isEqualTo(
                                    "set it in the environment or as a property, or give a default: ${NONE:-default}");
                });
        assertThatThrownBy(() -> VARIABLES.in("${EMPTY}")).hasMessage("the variable EMPTY is not set");
    }

    @Test
    void a_name_that_is_none_is_refused() {
        for (String wrong : new String[] {"${}", "${a b}", "${1}", "${:-x}", "${a${b}}"}) {
            assertThatThrownBy(() -> VARIABLES.in(wrong)).as(wrong).hasMessageEndingWith("is no name of a variable");
        }
        assertThatThrownBy(() -> VARIABLES.in("s3://${BUCKET/kpi")).hasMessage("${ is not closed");
    }

    @Test
    void problems_keep_the_place_of_the_text_that_names_the_variable() {
        assertThat(Yaml.problems(Yaml.dataset("s3://${NONE}/kpi/dt={date}/", "", "recency: {}")))
                .containsExactly(
                        "lakecheck.yml:3:15: the variable NONE is not set; set it in the environment or as a property,"
                                + " or give a default: ${NONE:-default}");
        assertThat(Yaml.problems(Yaml.daily("size: { min: \"${MIN}\" }"), Map.of("MIN", "five")))
                .containsExactly(
                        "lakecheck.yml:5:22: min: 'five' is no size; write a size such as 195 kB, 1.5 GB, 1 MiB or a"
                                + " bare number of bytes");
    }

    @Test
    void a_value_adds_no_words() {
        assertThat(Yaml.problems(Yaml.daily("size: { min: \"${MIN}\" }"), Map.of("MIN", "1, max: 2 }")))
                .hasSize(1)
                .first()
                .asString()
                .contains("min: '1, max: 2 }' is no size");
    }

    @Test
    void an_optional_word_that_comes_out_empty_was_not_written() {
        String yaml = "s3: { endpoint: \"${ENDPOINT:-}\", region: \"${REGION:-}\" }\n" + Yaml.daily("recency: {}");

        assertThat(Yaml.suite(yaml).connection()).isEqualTo(Connection.DEFAULT);
        assertThat(Yaml.suite(yaml, Map.of("REGION", "eu-west-1")).connection().region())
                .contains("eu-west-1");
    }

    @Test
    void a_word_that_must_be_there_may_not_come_out_empty() {
        assertThat(Yaml.problems(Yaml.dataset("\"${LAKE:-}\"", "", "recency: {}")))
                .containsExactly("lakecheck.yml:3:5: kpi has no location; add location: s3://refined/kpi/dt={date}/");
        assertThat(Yaml.problems(Yaml.dataset("x/", "", "recency: { maxAge: \"${AGE:-}\" }")))
                .singleElement()
                .asString()
                .contains("recency has no maxAge");
    }
}
