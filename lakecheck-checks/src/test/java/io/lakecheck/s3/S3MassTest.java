// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.Refinery.DAY;
import static io.lakecheck.s3.Refinery.WRITTEN;
import static io.lakecheck.s3.Refinery.dataset;
import static io.lakecheck.s3.Refinery.weighing;
import static io.lakecheck.s3.Refinery.weight;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Survives;
import io.lakecheck.value.Limits;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Much, many and strange: what a lake may lawfully hold, counted to the last byte with the fewest requests. */
class S3MassTest {

    /** What people and attackers call things; the last two are no Unicode, as a careless writer leaves them. */
    private static final List<String> STRANGE = List.of(
            "<script>alert('x')</script>",
            "&amp;\"quoted\"",
            "\u001B[31mred",
            "::error file=a::b",
            "${jndi:ldap://x}",
            "=cmd|' /C calc'!A0",
            "\u202Ereversed",
            "line\nbreak\r",
            "nul\u0000",
            "\uFFFE\uFFFF",
            "a%2Fb%20c",
            "a+b c",
            "//double//slash",
            "semi;colon'",
            "\uD83D\uDE80",
            "lone \uD800 high",
            "lone \uDFFF low");

    private final Refinery refinery = new Refinery();

    S3MassTest() throws IOException {}

    @AfterEach
    void leaves_no_thread_behind() throws IOException {
        refinery.close();
    }

    @Test
    @Survives(Hazard.MANY_REQUESTS)
    void lists_ten_thousand_objects_with_ten_requests() {
        Report report = refinery.holding("many", 10_000).judge(weighing("many", 1_000_000));

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().requests()).isEqualTo(10);
        assertThat(report.traffic().objects()).isEqualTo(10_000);
    }

    @Test
    @Survives(Hazard.MANY_REQUESTS)
    void lists_five_hundred_datasets_of_one_object_with_one_request_each() {
        IntStream.range(0, 500).forEach(i -> refinery.holding("d" + i, 1));

        Report report = refinery.judge(
                IntStream.range(0, 500).mapToObj(i -> weighing("d" + i, 100)).toArray(Dataset[]::new));

        assertThat(report.count(Outcome.PASSED)).isEqualTo(500);
        assertThat(report.traffic().requests()).isEqualTo(500);
    }

    @Test
    @Survives(Hazard.STRANGE_KEYS)
    void counts_strange_keys_right_and_prints_them_harmless() {
        for (int i = 0; i < STRANGE.size(); i++) {
            refinery.s3.put("refined", "kpi/" + DAY + STRANGE.get(i), 1L << i, WRITTEN);
        }
        long total = (1L << STRANGE.size()) - 1;

        Report report = refinery.judge(weighing("kpi", total));

        assertThat(report.outcome()).as(report.findings().get(0).text()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().objects()).isEqualTo(STRANGE.size());
        for (int i = 0; i < STRANGE.size(); i++) {
            long largest = 1L << i;
            refinery.s3.put("refined", "one/" + DAY + STRANGE.get(i), largest, WRITTEN);
            assertThat(refinery.judge(dataset("s3://refined/one/", eachSmallerThan(largest)))
                            .findings())
                    .allSatisfy(finding -> assertThat(finding.text())
                            .contains("FAILED")
                            .matches("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]+"));
        }
    }

    @Test
    @Survives(Hazard.TOO_LARGE)
    void makes_no_total_of_sizes_that_add_up_to_more_than_fits() {
        refinery.s3
                .put("refined", "kpi/" + DAY + "a", Long.MAX_VALUE, WRITTEN)
                .put("refined", "kpi/" + DAY + "b", 1, WRITTEN)
                .put("refined", "max/" + DAY + "a", Long.MAX_VALUE, WRITTEN);

        Report report = refinery.judge(weighing("kpi", 300), weighing("max", Long.MAX_VALUE));

        assertThat(report.findings().get(0).text())
                .contains("UNKNOWN: could not look (overflow)", "add up to more than 2^63 - 1 bytes");
        assertThat(report.findings().get(1).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    @Survives(Hazard.FOLDER_OBJECT)
    void takes_the_folder_object_that_consoles_make_for_no_data() {
        refinery.s3.put("refined", "kpi/" + DAY, 0, WRITTEN);

        assertThat(refinery.judge(dataset("s3://refined/kpi/", weight(300)))
                        .findings()
                        .get(0)
                        .text())
                .contains("FAILED: 0 B in 0 objects", "the partition is not there");
    }

    private static SizeCheck eachSmallerThan(long bytes) {
        return new SizeCheck(
                Limits.NONE, Limits.NONE, new Limits(OptionalLong.empty(), OptionalLong.of(bytes - 1)), Severity.FAIL);
    }
}
