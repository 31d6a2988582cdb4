// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.Refinery.dataset;
import static io.lakecheck.s3.Refinery.weighing;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Hazard;
import io.lakecheck.MissingPolicy;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.Survives;
import java.io.IOException;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Lists of folders' names that are refused, break off, or are none: never taken for no strays, and the days are told
 * all the same.
 */
class S3StraysTest {

    private static final String KPI = "<CommonPrefixes><Prefix>kpi/dt%3D2025-01-02/</Prefix></CommonPrefixes>";

    private final Refinery refinery = new Refinery().holding("kpi", 3).holding("other", 1);
    private final Dataset kpi = dataset("s3://refined/kpi/", new CompleteCheck(1, Severity.FAIL, MissingPolicy.WARN));

    S3StraysTest() throws IOException {}

    @AfterEach
    void leaves_no_thread_behind() throws IOException {
        refinery.close();
    }

    @Test
    void asks_for_names_alone_once_for_every_thousand() {
        put(1500, "dt=2025-1-");

        Report report = judge();

        assertThat(report.findings().get(0).verdict().text())
                .isEqualTo("all of the last 1 day complete; strays: dt=2025-1-10000, dt=2025-1-10001, dt=2025-1-10002,"
                        + " dt=2025-1-10003, dt=2025-1-10004 and 1495 more");
        assertThat(report.traffic().requests()).isEqualTo(1 + 2 + 1);
        assertThat(refinery.s3.asked().stream().filter(ask -> !ask.delimiter().isEmpty()))
                .extracting(Ask::prefix)
                .containsExactly("kpi/", "kpi/");
    }

    @Test
    void asks_again_for_names_that_break_off() {
        put(1500, "dt=2025-1-");
        refinery.with(Fault.always(right -> right.by(Reply.Way.SHORT))
                .times(2)
                .where(ask -> !ask.delimiter().isEmpty())
                .onPage(1));

        Report report = judge();

        assertThat(report.findings().get(0).text()).contains("WARNED", " and 1495 more");
        assertThat(report.traffic().retries()).isEqualTo(2);
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_where_names_may_not_be_listed() {
        refinery.with(names(right -> Reply.error(403, "AccessDenied")));

        assertUnknown("denied", "allow s3:ListBucket on arn:aws:s3:::refined with prefix kpi/ to who runs this");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_where_names_are_throttled_to_the_end() {
        refinery.with(names(right -> Reply.error(503, "SlowDown")));

        assertUnknown("throttled", "asked to slow down to the end");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_after_a_web_page() {
        refinery.with(names(right -> right.saying("<html><body>Log in, please</body></html>")));

        assertUnknown("protocol", "is no list of objects");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_after_another_buckets_names() {
        refinery.with(names(right -> right.replacing("<Name>refined<", "<Name>raw<")));

        assertUnknown("protocol", "lists another bucket: raw");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_after_another_folders_names() {
        refinery.with(names(right -> right.replacing(KPI, KPI.replace("kpi/", "api/"))));

        assertUnknown("protocol", "lists a key of another folder: api/dt=2025-01-02/");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_after_a_name_that_comes_twice() {
        refinery.with(names(right -> right.replacing(KPI, KPI + KPI).replacing("<KeyCount>1<", "<KeyCount>2<")));

        assertUnknown("protocol", "in no order or there twice");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_after_fewer_names_than_are_announced() {
        refinery.with(names(right -> right.replacing(KPI, "")));

        assertUnknown("protocol", "says that it lists 1 key but lists 0");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_where_a_server_passes_over_that_names_alone_are_asked_for() {
        refinery.with(names(right -> right.replacing(
                KPI,
                "<Contents><Key>kpi/dt%3D2025-01-02/part-00000</Key><LastModified>2025-01-03T00:00:00Z</LastModified>"
                        + "<Size>1</Size></Contents>")));

        assertUnknown("protocol", "does not look as deep as it was asked to: kpi/dt=2025-01-02/part-00000");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_after_names_of_deeper_folders() {
        refinery.with(names(right -> right.replacing(KPI, KPI.replace("-02/", "-02/x/"))));

        assertUnknown("protocol", "does not look as deep as it was asked to: kpi/dt=2025-01-02/x/");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_after_a_part_without_a_way_to_the_rest() {
        put(1500, "x");
        refinery.with(names(right -> right.replacing("<NextContinuationToken>page-1</NextContinuationToken>", "")));

        assertUnknown("protocol", "says that there is more but not how to ask for it");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void knows_nothing_of_a_partition_where_folders_are_told_in_place_of_its_objects() {
        refinery.with(Fault.always(right -> right.replacing("<KeyCount>3<", "<KeyCount>4<")
                        .replacing("</ListBucketResult>", KPI.replace("-02/", "-02/x/") + "</ListBucketResult>"))
                .where(ask -> ask.delimiter().isEmpty())
                .onFolder("kpi"));

        Finding finding = refinery.judge(weighing("kpi", 300)).findings().get(0);

        assertThat(finding.text())
                .contains("UNKNOWN: could not look (protocol)", "does not look as deep as it was asked to");
    }

    private void put(int folders, String name) {
        for (int i = 0; i < folders; i++) {
            refinery.s3.put("refined", "kpi/" + name + (10_000 + i) + "/part-0", 1, Instant.EPOCH);
        }
    }

    private static Fault names(UnaryOperator<Reply> wrong) {
        return Fault.always(wrong).where(ask -> !ask.delimiter().isEmpty());
    }

    private Report judge() {
        return refinery.judge(kpi, weighing("other", 100));
    }

    private void assertUnknown(String trouble, String why) {
        Report report = judge();

        assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.findings().get(0).verdict().text())
                .startsWith("all of the last 1 day complete; could not look for strays (" + trouble + "); ")
                .contains(why)
                .endsWith("; write strays: skip to do without them");
        assertThat(report.findings().get(1).outcome()).isEqualTo(Outcome.PASSED);
    }
}
