// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of a test's author are reported before the body runs. */
class MistakesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            nothing_set        | Mistakes.nothing_set @LakeCheck: | location =
            no_checks          | Mistakes.no_checks @LakeCheck:   | recency = @Recency(
            no_limit           | @LakeCheck:                      | min = "1 kB"
            no_age             | @LakeCheck:                      | maxAge = "26h"
            several_mistakes   | 2 problems:                      | - kpi.zone
            each_with_parts    | parts cannot be combined         | remove parts
            each_with_through  | cannot be combined with through  | Write runs: all, or remove through
            no_unit            | Mistakes.no_unit @LakeCheck:     | 10 quB
            wrong_partition    | @LakeCheck:                      | January
            wrong_moment       | @LakeCheck:                      | 2026-01-03T
            both               | @LakeCheck: 'suite'              | size
            no_such_suite      | suite file 'no-such.yml'         | or on the class path
            no_hour            | '2026-01-02'                     | an hour such as 2026-01-02T05
            dataset_of_nothing | @LakeCheck: 'dataset'            | name
            no_value           | 'KPI'                            | NAME=value
            unknown_variable   | @LakeCheck:                      | UNSET_LAKE
            no_match           | '[k]pi'                          | kpi, leads
            names_in_the_lake  | 'orders[tenant=*]'               | full name
            same_name          | duplicate dataset 'kpi'          | name =
            """)
    void are_reported_with_a_remedy(String method, String place, String remedy) {
        assertThat(Run.of(Mistakes.class, method).failures())
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(place, remedy);
    }

    @Test
    void a_missing_suite_file_is_reported_with_the_places_where_it_was_looked_for() {
        assertThat(Run.of(Mistakes.class, "no_such_suite").failure())
                .hasMessageContaining(Path.of("no-such.yml").toAbsolutePath() + " or on the class path");
    }

    @Test
    void the_annotation_is_named_once() {
        assertThat(Run.of(Mistakes.class, "several_mistakes").failure().getMessage())
                .containsOnlyOnce("Mistakes.several_mistakes @LakeCheck");
    }

    @Test
    void a_mistake_in_one_method_does_not_fail_the_others() {
        Run run = Run.of(OneTypo.class);

        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("OneTypo.has_a_typo @LakeCheck"),
                        message -> assertThat(message).contains("invalid bucket name 'Refined'", "lowercase"));
    }

    @LocalLake
    static class OneTypo {

        @BeforeAll
        static void seed(LakeSeed lake) {
            lake.bucket();
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 B"))
        void is_right(LakeSeed lake) {
            lake.partition("2026-01-02").sized("1 kB");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 quB"))
        void has_a_typo() {}

        @Test
        @LakeCheck(location = "s3://Refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 B"))
        void has_an_invalid_bucket() {
            throw new AssertionError("it ran");
        }
    }

    static class Mistakes {

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", size = @Size)
        void no_limit() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/", recency = @Recency)
        void no_age() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                zone = "London",
                recency = @Recency(quiet = "5m", marker = "_SUCCESS"))
        void several_mistakes() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/batchid=*/",
                runs = "each",
                parts = @Parts(key = "country", values = "DE"),
                recency = @Recency)
        void each_with_parts() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/batchid=*/",
                runs = "each",
                recency = @Recency(through = "30m"))
        void each_with_through() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck
        void nothing_set() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/")
        void no_checks() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", size = @Size(min = "10 quB"))
        void no_unit() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "January", size = @Size(min = "1 kB"))
        void wrong_partition() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", asOf = "noon", size = @Size(min = "1 kB"))
        void wrong_moment() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(suite = "lakecheck.yml", size = @Size(min = "1 kB"))
        void both() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(suite = "tenants.yml")
        void names_in_the_lake() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(suite = "no-such.yml")
        void no_such_suite() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(
                location = "s3://refined/clicks/dt={date}/hour={HH}/",
                partition = "2026-01-02",
                size = @Size(min = "1 kB"))
        void no_hour() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", dataset = "kpi", size = @Size(min = "1 kB"))
        void dataset_of_nothing() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", variables = "KPI", size = @Size(min = "1 kB"))
        void no_value() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(location = "s3://${UNSET_LAKE}/kpi/dt={date}/", size = @Size(min = "1 kB"))
        void unknown_variable() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(suite = "suite.yml", dataset = "[k]pi")
        void no_match() {
            throw new AssertionError("it ran");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", size = @Size(min = "1 kB"))
        @LakeCheck(location = "s3://raw/kpi/dt={date}/", size = @Size(min = "1 kB"))
        void same_name() {
            throw new AssertionError("it ran");
        }
    }
}
