// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authors' mistakes are told as such, with what to write instead, before the body runs. */
class MistakesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nothing_said       | Mistakes.nothing_said @LakeCheck: nothing says what to check; write location =
            no_checks          | kpi has no checks; add checks:
            no_unit            | Mistakes.no_unit @LakeCheck: min: '10 quB' is no size; write a size such as 195 kB
            wrong_partition    | has no partition January; write a date such as 2026-01-02
            wrong_moment       | 'noon' is no moment; write 2026-01-03T05:30 (in UTC) or 2026-01-03T05:30:00Z
            both               | suite is said, and so are words of a dataset; leave these out
            no_such_suite      | there is no such file; write a suite there, or name another file
            dataset_of_nothing | dataset picks from a suite, and none is said; write name to name this dataset
            no_value           | the variable 'KPI' has no value; write NAME=value
            unknown_variable   | the variable LAKE_OF_NOBODY is not set
            """)
    void are_refused(String method, String message) {
        assertThat(Run.of(Mistakes.class, method).failures())
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(message);
    }

    static class Mistakes {

        @Test
        @LakeCheck
        void nothing_said() {
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
        @LakeCheck(suite = "no-such.yml")
        void no_such_suite() {
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
        @LakeCheck(location = "s3://${LAKE_OF_NOBODY}/kpi/dt={date}/", size = @Size(min = "1 kB"))
        void unknown_variable() {
            throw new AssertionError("it ran");
        }
    }
}
