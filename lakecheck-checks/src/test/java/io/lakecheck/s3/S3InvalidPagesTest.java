// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.StubbedLake.sized;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Finding;
import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Survives;
import io.lakecheck.lake.LakeException.Reason;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that incomplete responses and responses to a different request never result in a smaller total or a passed
 * check.
 */
class S3InvalidPagesTest {

    private static final int READS = 3;
    private static final int LATER_PAGE = READS - 1;
    private static final int FIRST_PAGES = 2 * LATER_PAGE;

    private final StubbedLake lake = new StubbedLake().holding("kpi", 3500).holding("other", 1);

    S3InvalidPagesTest() throws IOException {}

    @AfterEach
    void leaves_no_thread_behind() throws IOException {
        lake.close();
    }

    @ParameterizedTest
    @CsvSource({"0, RESET", "1, RESET", "3, RESET", "0, SHORT", "1, SHORT", "3, SHORT"})
    @Survives(Hazard.PAGE_BREAKS_OFF)
    void retries_a_page_that_breaks_off(int page, StubResponse.Delivery delivery) {
        lake.with(
                Fault.always(right -> right.by(delivery)).times(2).onPage(page).onFolder("kpi"));

        Report report = judge();

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.findings().get(0).verdict().measured()).isEqualTo("350 kB in 3500 objects");
        assertThat(report.traffic().requests()).isEqualTo(4 + 1);
        assertThat(report.traffic().retries()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    @Survives(Hazard.THROTTLED_FOR_A_WHILE)
    void retries_like_throttling_if_a_page_is_reset(int page) {
        lake.judge(sized("other", 100));
        lake.with(Fault.always(right -> right.by(StubResponse.Delivery.RESET))
                .times(20)
                .onPage(page)
                .onFolder("kpi"));

        Report report = judge();

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.findings().get(0).verdict().measured()).isEqualTo("350 kB in 3500 objects");
        assertThat(report.traffic().retries()).isEqualTo(20);
    }

    @Test
    @Survives(Hazard.THROTTLED_FOR_EVER)
    void is_unknown_if_a_page_is_reset_until_the_run_ends() {
        lake.with(Fault.always(right -> right.by(StubResponse.Delivery.RESET))
                .onPage(2)
                .onFolder("kpi"));

        Report report = lake.judgeWithin(Duration.ofSeconds(2), sized("kpi", 350_000), sized("other", 100));

        assertThat(report.findings().get(0).text())
                .contains("UNKNOWN: could not be checked: " + Reason.THROTTLED, "2 s");
        assertThat(report.findings().get(1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().retries()).as("more than a fixed number").isGreaterThan(5);
    }

    @Test
    @Survives(Hazard.PAGE_NEVER_WHOLE)
    void gives_up_if_pages_are_reset_from_the_start() {
        lake.with(Fault.always(right -> right.by(StubResponse.Delivery.RESET)));

        Report report = lake.judge(sized("kpi", 350_000));

        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.findings().get(0).text()).contains("3 attempts", "is incomplete or is not XML");
    }

    @Test
    @Survives(Hazard.PAGE_NEVER_WHOLE)
    void is_unknown_if_a_page_always_breaks_off() {
        lake.with(Fault.always(right -> right.by(StubResponse.Delivery.SHORT))
                .onPage(2)
                .onFolder("kpi"));

        assertUnknown(LATER_PAGE, judge(), "3 attempts", "is incomplete or is not XML");
    }

    @Test
    @Survives(Hazard.PAGE_NEVER_WHOLE)
    void is_unknown_if_the_xml_ends_early() {
        lake.with(Fault.always(right ->
                        right.withBody(right.body().substring(0, right.body().lastIndexOf("<Contents>"))))
                .onFolder("kpi"));

        assertUnknown(FIRST_PAGES, judge(), "3 attempts", "is incomplete or is not XML");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void is_unknown_if_the_body_is_empty() {
        lake.with(Fault.always(right -> right.withBody("")).onFolder("kpi"));

        assertUnknown(FIRST_PAGES, judge(), "is not a list of objects");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void is_unknown_if_the_response_is_a_web_page() {
        lake.with(Fault.always(right -> right.withBody("<html><body><h1>Log in, please</h1></body></html>"))
                .onFolder("kpi"));

        assertUnknown(FIRST_PAGES, judge(), "is not a list of objects");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void is_unknown_if_the_list_is_of_another_bucket() {
        lake.with(Fault.always(right -> right.replacing("<Name>refined<", "<Name>raw<"))
                .onFolder("kpi"));

        assertUnknown(FIRST_PAGES, judge(), "lists a different bucket: raw");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void is_unknown_if_the_list_is_of_another_folder() {
        lake.with(Fault.always(right -> right.replacing("<Prefix>kpi/", "<Prefix>api/"))
                .onFolder("kpi"));

        assertUnknown(FIRST_PAGES, judge(), "lists a different folder: api/dt");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void is_unknown_if_a_key_is_of_another_folder() {
        lake.with(Fault.always(right -> right.replacing("%3D2025-01-02/part-00007<", "%3D2025-01-03/part-00007<"))
                .onFolder("kpi")
                .onPage(0));

        assertUnknown(FIRST_PAGES, judge(), "contains a key from a different folder: kpi/dt=2025-01-03/part-00007");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void is_unknown_if_a_key_is_duplicate() {
        lake.with(Fault.always(right -> right.replacing("part-00007<", "part-00006<"))
                .onFolder("kpi")
                .onPage(0));

        assertUnknown(FIRST_PAGES, judge(), "duplicate or out-of-order keys");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void is_unknown_if_keys_are_missing() {
        lake.with(Fault.always(right -> right.replacing("<KeyCount>1000<", "<KeyCount>1001<"))
                .onFolder("kpi")
                .onPage(0));

        assertUnknown(FIRST_PAGES, judge(), "reports 1001 keys but contains 1000");
    }

    @ParameterizedTest
    @CsvSource({
        "<Name>refined</Name>, '', is not a list of objects",
        "<IsTruncated>false</IsTruncated>, '', is not a list of objects",
        "<IsTruncated>false<, <IsTruncated>no<, has an invalid value for IsTruncated: no",
        "<KeyCount>500<, <KeyCount>many<, reports many keys but contains 500",
        "<Contents>, <!DOCTYPE r><Contents>, contains a DTD"
    })
    @Survives(Hazard.NO_LIST)
    void is_unknown_if_the_last_page_is_invalid(String part, String other, String reason) {
        lake.with(Fault.always(right -> right.replacing(part, other))
                .onFolder("kpi")
                .onPage(3));

        assertUnknown(LATER_PAGE, judge(), reason);
    }

    @Test
    @Survives(Hazard.THROTTLED_FOR_A_WHILE)
    void retries_an_error_with_the_status_of_a_success() {
        lake.with(Fault.always(right -> StubResponse.error(200, "InternalError"))
                .times(2)
                .onFolder("kpi")
                .onPage(1));

        assertThat(judge().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    @Survives(Hazard.LOST_WAY)
    void is_unknown_if_the_continuation_token_is_missing() {
        lake.with(Fault.always(right -> right.replacing("NextContinuationToken>", "Ignored>"))
                .onFolder("kpi")
                .onPage(1));

        assertUnknown(FIRST_PAGES, judge(), "has no continuation token");
    }

    @Test
    @Survives(Hazard.LOST_WAY)
    void is_unknown_if_a_page_repeats_its_own_token() {
        lake.with(Fault.always(right -> right.replacing(">page-2-", ">page-1-"))
                .onFolder("kpi")
                .onPage(2));

        assertUnknown(LATER_PAGE, judge(), "has a continuation token that was already used");
    }

    @Test
    @Survives(Hazard.LOST_WAY)
    void is_unknown_if_the_pages_repeat() {
        lake.with(Fault.always(right -> right.replacing(
                        "<IsTruncated>false</IsTruncated>",
                        "<IsTruncated>true</IsTruncated><NextContinuationToken>page-0</NextContinuationToken>"))
                .onFolder("kpi")
                .onPage(3));

        assertUnknown(LATER_PAGE, judge(), "duplicate or out-of-order keys");
    }

    private Report judge() {
        return lake.judge(sized("kpi", 350_000), sized("other", 100));
    }

    /** @param retries two for a later page; four for the first two, after which the partition is listed alone */
    private static void assertUnknown(int retries, Report report, String... decisive) {
        Finding broken = report.findings().get(0);
        assertThat(broken.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(broken.verdict().measured())
                .contains("s3://refined/kpi/dt=2025-01-02/")
                .contains(decisive)
                .doesNotContain(" 0 ");
        assertThat(broken.verdict().figures()).isEmpty();
        assertThat(report.findings().get(1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().retries()).isEqualTo(retries);
    }
}
