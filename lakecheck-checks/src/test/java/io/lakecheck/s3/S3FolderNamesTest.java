// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.StubbedLake.dataset;
import static io.lakecheck.s3.StubbedLake.sized;
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
import io.lakecheck.lake.LakeException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that days are checked even if the names of folders can't be listed, so that stray folders are UNKNOWN. */
class S3FolderNamesTest {

    private static final String KPI = "<CommonPrefixes><Prefix>kpi/dt%3D2025-01-02/</Prefix></CommonPrefixes>";

    private final StubbedLake lake = new StubbedLake().holding("kpi", 3).holding("other", 1);
    private final Dataset kpi = dataset("s3://refined/kpi/", new CompleteCheck(1, Severity.FAIL, MissingPolicy.WARN));

    S3FolderNamesTest() throws IOException {}

    @AfterEach
    void leaves_no_thread_behind() throws IOException {
        lake.close();
    }

    @Test
    void lists_a_thousand_names_per_request() {
        put(1500, "dt=2025-1-");

        Report report = judge();

        assertThat(report.findings().get(0).verdict().text())
                .contains("dt=2025-1-10000", "dt=2025-1-10004", "1495 more");
        assertThat(report.traffic().requests()).isEqualTo(1 + 2 + 1);
        assertThat(lake.s3.requests().stream()
                        .filter(request -> !request.delimiter().isEmpty()))
                .extracting(ListRequest::prefix)
                .containsExactly("kpi/", "kpi/");
    }

    @Test
    void retries_names_that_break_off() {
        put(1500, "dt=2025-1-");
        lake.with(Fault.always(right -> right.by(StubResponse.Delivery.SHORT))
                .times(2)
                .onlyFor(request -> !request.delimiter().isEmpty())
                .onPage(1));

        Report report = judge();

        assertThat(report.findings().get(0).text()).contains("WARNED", " and 1495 more");
        assertThat(report.traffic().retries()).isEqualTo(2);
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_if_access_to_names_is_denied() {
        lake.with(names(right -> StubResponse.error(403, "AccessDenied")));

        assertUnknown(Reason.DENIED, "s3:ListBucket on arn:aws:s3:::refined ");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_if_names_are_throttled_until_the_run_ends() {
        lake.with(names(right -> StubResponse.error(503, "SlowDown")));

        assertUnknown(lake.judgeWithin(Duration.ofSeconds(3), kpi, sized("other", 100)), Reason.THROTTLED, "3 s");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_if_the_names_are_a_web_page() {
        lake.with(names(right -> right.withBody("<html><body>Log in, please</body></html>")));

        assertUnknown(Reason.PROTOCOL, "is not a list of objects");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_if_the_names_are_of_another_bucket() {
        lake.with(names(right -> right.replacing("<Name>refined<", "<Name>raw<")));

        assertUnknown(Reason.PROTOCOL, "lists a different bucket: raw");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_if_the_names_are_of_another_folder() {
        lake.with(names(right -> right.replacing(KPI, KPI.replace("kpi/", "api/"))));

        assertUnknown(Reason.PROTOCOL, "contains a key from a different folder: api/dt=2025-01-02/");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_if_a_name_is_duplicate() {
        lake.with(names(right -> right.replacing(KPI, KPI + KPI).replacing("<KeyCount>1<", "<KeyCount>2<")));

        assertUnknown(Reason.PROTOCOL, "duplicate or out-of-order keys");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_if_names_are_missing() {
        lake.with(names(right -> right.replacing(KPI, "")));

        assertUnknown(Reason.PROTOCOL, "reports 1 key but contains 0");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_if_objects_are_listed_instead_of_names() {
        lake.with(names(right -> right.replacing(
                KPI,
                "<Contents><Key>kpi/dt%3D2025-01-02/part-00000</Key><LastModified>2025-01-03T00:00:00Z</LastModified>"
                        + "<Size>1</Size></Contents>")));

        assertUnknown(Reason.PROTOCOL, "ignores the requested delimiter: it contains kpi/dt=2025-01-02/part-00000");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_if_the_names_are_of_deeper_folders() {
        lake.with(names(right -> right.replacing(KPI, KPI.replace("-02/", "-02/x/"))));

        assertUnknown(Reason.PROTOCOL, "ignores the requested delimiter: it contains kpi/dt=2025-01-02/x/");
    }

    @Test
    @Survives(Hazard.NO_NAMES)
    void is_unknown_if_the_names_lack_a_continuation_token() {
        put(1500, "x");
        lake.with(names(right -> right.replacing("<NextContinuationToken>page-1</NextContinuationToken>", "")));

        assertUnknown(Reason.PROTOCOL, "has no continuation token");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void is_unknown_if_names_are_listed_instead_of_objects() {
        lake.with(Fault.always(right -> right.replacing("<KeyCount>3<", "<KeyCount>4<")
                        .replacing("</ListBucketResult>", KPI.replace("-02/", "-02/x/") + "</ListBucketResult>"))
                .onlyFor(request -> request.delimiter().isEmpty())
                .onFolder("kpi"));

        Finding finding = lake.judge(sized("kpi", 300)).findings().get(0);

        assertThat(finding.text())
                .contains("UNKNOWN: could not be checked: " + Reason.PROTOCOL, "ignores the requested delimiter");
    }

    private void put(int folders, String name) {
        for (int i = 0; i < folders; i++) {
            lake.s3.put("refined", "kpi/" + name + (10_000 + i) + "/part-0", 1, Instant.EPOCH);
        }
    }

    private static Fault names(UnaryOperator<StubResponse> wrong) {
        return Fault.always(wrong).onlyFor(request -> !request.delimiter().isEmpty());
    }

    private Report judge() {
        return lake.judge(kpi, sized("other", 100));
    }

    private void assertUnknown(Reason reason, String why) {
        assertUnknown(judge(), reason, why);
    }

    private static void assertUnknown(Report report, Reason reason, String why) {
        assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.findings().get(0).verdict().text()).contains("stray", reason.toString(), why);
        assertThat(report.findings().get(1).outcome()).isEqualTo(Outcome.PASSED);
    }
}
