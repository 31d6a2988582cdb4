// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.StubbedLake.dataset;
import static io.lakecheck.s3.StubbedLake.exactly;
import static io.lakecheck.s3.StubbedLake.recency;
import static io.lakecheck.s3.StubbedLake.sized;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Survives;
import io.lakecheck.lake.LakeException.Reason;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that an error response makes one dataset UNKNOWN, with a remedy, and does not affect the others. */
class S3ErrorResponsesTest {

    private final StubbedLake lake = new StubbedLake().holding("kpi", 3).holding("other", 1);

    S3ErrorResponsesTest() throws IOException {}

    @AfterEach
    void leaves_no_thread_behind() throws IOException {
        lake.close();
    }

    @Test
    @Survives(Hazard.THROTTLED_FOR_A_WHILE)
    void reaches_the_same_verdict_after_being_throttled_twice() {
        Report calm = judge();
        lake.with(Fault.always(right -> StubResponse.error(503, "SlowDown"))
                .times(2)
                .onFolder("kpi"));

        Report throttled = judge();

        assertThat(throttled.findings()).extracting(Finding::text).isEqualTo(texts(calm));
        assertThat(throttled.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(throttled.traffic().requests()).isEqualTo(calm.traffic().requests());
        assertThat(throttled.traffic().retries()).isEqualTo(2);
    }

    @Test
    @Survives(Hazard.THROTTLED_FOR_EVER)
    void is_unknown_if_throttled_until_the_run_ends() {
        lake.with(Fault.always(right -> StubResponse.error(503, "SlowDown")).onFolder("kpi"));

        Report report = lake.judgeWithin(Duration.ofSeconds(2), sized("kpi", 300), sized("other", 100));

        assertUnknown(report, "could not be checked: " + Reason.THROTTLED, "2 s", "lakecheck.concurrency");
        assertThat(report.traffic().retries()).as("more than a fixed number").isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    @Survives(Hazard.THROTTLED_FOR_A_WHILE)
    void retries_more_often_than_other_errors_if_throttled(int status) {
        lake.with(Fault.always(right -> StubResponse.error(status, "SlowDown"))
                .times(20)
                .onFolder("kpi"));

        Report report = judge();

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().retries()).isEqualTo(20);
    }

    @Test
    @Survives(Hazard.THROTTLED_FOR_A_WHILE)
    void retries_like_throttling_if_connections_are_reset() {
        lake.judge(sized("other", 100));
        lake.with(Fault.always(right -> right.by(StubResponse.Delivery.CUT))
                .times(20)
                .onFolder("kpi"));

        assertThat(judge().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    @Survives(Hazard.NOBODY_THERE)
    void is_unreachable_if_connections_are_reset_from_the_start() {
        lake.with(Fault.always(right -> right.by(StubResponse.Delivery.CUT)).onFolder("kpi"));

        assertThat(lake.judge(sized("kpi", 300)).findings().get(0).text())
                .contains("could not be checked: " + Reason.UNREACHABLE);
    }

    @Test
    @Survives(Hazard.THROTTLED_FOR_A_WHILE)
    void retries_server_errors() {
        lake.with(Fault.always(right -> StubResponse.error(500, "InternalError"))
                .times(2)
                .onFolder("kpi"));

        Report report = judge();

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().retries()).isEqualTo(2);
    }

    @Test
    @Survives(Hazard.WRONG_REGION)
    void names_the_right_region_after_a_redirect() {
        lake.with(Fault.always(right ->
                        StubResponse.error(301, "PermanentRedirect").with("x-amz-bucket-region", "eu-central-1"))
                .onFolder("kpi"));

        assertWrongRegion(judge());
    }

    @Test
    @Survives(Hazard.WRONG_REGION)
    void names_the_right_region_if_the_signature_has_another() {
        lake.with(Fault.always(
                        right -> StubResponse.xml(
                                400,
                                S3Xml.error(
                                        "AuthorizationHeaderMalformed",
                                        "The authorization header is malformed; the region 'eu-west-1' is wrong; expecting 'eu-central-1'")))
                .onFolder("kpi"));

        assertWrongRegion(judge());
    }

    private static void assertWrongRegion(Report report) {
        assertUnknown(
                report,
                "could not be checked: " + Reason.WRONG_REGION,
                "'refined'",
                "eu-west-1",
                "region: eu-central-1");
        assertThat(report.traffic().retries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    @Survives(Hazard.WRONG_CLOCK)
    void does_not_judge_times_if_the_clock_is_wrong(long secondsOff) {
        lake.with(Fault.always(right -> right.at(Clock.systemUTC().instant().plusSeconds(secondsOff))));

        Report report = lake.judge(dataset("s3://refined/kpi/", recency(), exactly(300)));

        assertThat(report.findings().get(0).text())
                .startsWith("refined/kpi dt=2025-01-02 recency UNKNOWN: could not be checked: " + Reason.CLOCK);
        assertThat(report.findings().get(1).outcome())
                .as("sizes don't depend on the clock")
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void compares_times_if_clocks_differ_slightly() {
        lake.with(Fault.always(right -> right.at(Clock.systemUTC().instant().plusSeconds(240))));

        assertThat(lake.judge(dataset("s3://refined/kpi/", recency())).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    @Survives(Hazard.EXPIRED)
    void keeps_verdicts_from_before_the_credentials_expired() {
        lake.with(Fault.always(right -> StubResponse.error(400, "ExpiredToken"))
                .onlyFor(request -> lake.s3.requests().size() > 1));

        Report report = lake.judgeOneByOne(sized("other", 100), sized("kpi", 300));

        assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.findings().get(1).text())
                .contains("UNKNOWN: could not be checked: " + Reason.EXPIRED, "ExpiredToken");
    }

    @Test
    @Survives(Hazard.DENIED)
    void names_the_missing_permission_and_checks_the_others() {
        IntStream.range(0, 50).forEach(i -> lake.holding("d" + i, 1));
        lake.with(Fault.always(right -> StubResponse.error(403, "AccessDenied"))
                .onlyFor(request -> request.prefix().startsWith("d17/")));

        Report report = lake.judge(
                IntStream.range(0, 50).mapToObj(i -> sized("d" + i, 100)).toArray(Dataset[]::new));

        assertThat(report.count(Outcome.PASSED)).isEqualTo(49);
        assertThat(report.count(Outcome.UNKNOWN)).isEqualTo(1);
        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.findings().get(17).text())
                .contains(
                        "UNKNOWN: could not be checked: access denied listing s3://refined/d17/dt=2025-01-02/. ",
                        "s3:ListBucket on arn:aws:s3:::refined ");
        assertThat(report.findings().get(17).verdict().measured()).startsWith("could not be checked: access denied ");
        assertThat(report.traffic().retries()).isZero();
    }

    @Test
    @Survives(Hazard.NO_BUCKET)
    void distinguishes_a_missing_bucket_from_an_empty_folder() {
        Report report = lake.judge(dataset("s3://refind/kpi/", exactly(300)), sized("new", 300));

        assertThat(report.findings().get(0).text())
                .contains("UNKNOWN: could not be checked: " + Reason.NO_BUCKET, "'refind'", "S3 at ");
        assertThat(report.findings().get(1).text()).contains("FAILED: 0 B in 0 objects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://_/kpi/", "s3://a/kpi/", "s3:///kpi/", "s3://re fined/kpi/", "s3://arn:aws:s3/kpi/"})
    @Survives(Hazard.NO_BUCKET)
    void rejects_an_invalid_bucket_name_without_a_request(String location) {
        Report report = lake.judge(dataset(location, exactly(300)));

        assertThat(report.findings().get(0).text())
                .contains("UNKNOWN: could not be checked: " + Reason.NO_BUCKET, "bucket name '");
        assertThat(lake.s3.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 400, 404, 418})
    @Survives(Hazard.STRANGE_ANSWERS)
    void suggests_a_proxy_if_s3_would_not_answer_like_this(int status) {
        lake.with(Fault.always(right -> StubResponse.xml(status, "")).onFolder("kpi"));

        assertUnknown(judge(), "(" + status + ")", "proxy", "AWS_ENDPOINT_URL");
    }

    @Test
    @Survives(Hazard.STRANGE_ANSWERS)
    void recognizes_a_proxy_that_requires_a_password() {
        lake.with(Fault.always(right -> StubResponse.xml(407, "")).onFolder("kpi"));

        assertUnknown(judge(), "407", "HTTPS_PROXY");
    }

    @Test
    @Survives(Hazard.STRANGE_ANSWERS)
    void prints_a_servers_text_safely() {
        lake.with(Fault.always(right -> StubResponse.xml(418, S3Xml.error("&lt;b&gt;&#8238;&#133;", "&#8238;")))
                .onFolder("kpi"));

        assertUnknown(judge(), "(418 ");
        assertThat(judge().findings().get(0).text())
                .matches("[\\p{L}\\p{N}\\p{P}\\p{S} ]+")
                .contains("<b>\\u{202e}\\u{85}");
    }

    private Report judge() {
        return lake.judge(sized("kpi", 300), sized("other", 100));
    }

    private static List<String> texts(Report report) {
        return report.findings().stream().map(Finding::text).toList();
    }

    private static void assertUnknown(Report report, String... why) {
        Finding broken = report.findings().get(0);
        assertThat(broken.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(broken.text()).contains(why);
        assertThat(broken.verdict().figures()).isEmpty();
        assertThat(report.findings().get(1).outcome()).isEqualTo(Outcome.PASSED);
    }
}
