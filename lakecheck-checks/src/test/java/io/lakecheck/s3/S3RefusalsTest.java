// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.Refinery.dataset;
import static io.lakecheck.s3.Refinery.inTime;
import static io.lakecheck.s3.Refinery.weighing;
import static io.lakecheck.s3.Refinery.weight;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Survives;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An S3 that says no, not now, or not here: one dataset's trouble, told with its remedy, and nobody else's. */
class S3RefusalsTest {

    private final Refinery refinery = new Refinery().holding("kpi", 3).holding("other", 1);

    S3RefusalsTest() throws IOException {}

    @AfterEach
    void leaves_no_thread_behind() throws IOException {
        refinery.close();
    }

    @Test
    @Survives(Hazard.THROTTLED_FOR_A_WHILE)
    void gets_the_same_verdict_after_slowing_down_twice() {
        Report calm = judge();
        refinery.with(
                Fault.always(right -> Reply.error(503, "SlowDown")).times(2).onFolder("kpi"));

        Report throttled = judge();

        assertThat(throttled.findings()).extracting(Finding::text).isEqualTo(texts(calm));
        assertThat(throttled.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(throttled.traffic().requests()).isEqualTo(calm.traffic().requests());
        assertThat(throttled.traffic().retries()).isEqualTo(2);
    }

    @Test
    @Survives(Hazard.THROTTLED_FOR_EVER)
    void knows_nothing_when_it_must_slow_down_for_ever() {
        refinery.with(Fault.always(right -> Reply.error(503, "SlowDown")).onFolder("kpi"));

        Report report = judge();

        assertUnknown(
                report,
                "could not look (throttled); S3 at http://127.0.0.1:",
                "asked to slow down to the end (4 attempts");
        assertThat(report.traffic().retries()).isEqualTo(3);
    }

    @Test
    @Survives(Hazard.THROTTLED_FOR_A_WHILE)
    void asks_again_when_the_server_stumbles() {
        refinery.with(Fault.always(right -> Reply.error(500, "InternalError"))
                .times(2)
                .onFolder("kpi"));

        Report report = judge();

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().retries()).isEqualTo(2);
    }

    @Test
    @Survives(Hazard.WRONG_REGION)
    void names_the_right_region_after_one_attempt_when_redirected() {
        refinery.with(
                Fault.always(right -> Reply.error(301, "PermanentRedirect").with("x-amz-bucket-region", "eu-central-1"))
                        .onFolder("kpi"));

        assertWrongRegion(judge());
    }

    @Test
    @Survives(Hazard.WRONG_REGION)
    void names_the_right_region_after_one_attempt_when_the_signature_is_for_another() {
        refinery.with(Fault.always(
                        right -> Reply.xml(
                                400,
                                Xml.error(
                                        "AuthorizationHeaderMalformed",
                                        "The authorization header is malformed; the region 'eu-west-1' is wrong; expecting 'eu-central-1'")))
                .onFolder("kpi"));

        assertWrongRegion(judge());
    }

    private static void assertWrongRegion(Report report) {
        assertUnknown(
                report,
                "could not look (wrong region); the bucket refined is not in eu-west-1: it lies in region eu-central-1; set"
                        + " region: eu-central-1");
        assertThat(report.traffic().retries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    @Survives(Hazard.WRONG_CLOCK)
    void does_not_judge_times_by_a_wrong_clock(long secondsOff) {
        refinery.with(Fault.always(right -> right.at(Clock.systemUTC().instant().plusSeconds(secondsOff))));

        Report report = refinery.judge(dataset("s3://refined/kpi/", inTime(), weight(300)));

        assertThat(report.findings().get(0).text())
                .startsWith(
                        "refined/kpi dt=2025-01-02 recency UNKNOWN: could not look (clock); this machine's clock says 2")
                .contains(" where the lake's says 2");
        assertThat(report.findings().get(1).outcome()).as("sizes need no clock").isEqualTo(Outcome.PASSED);
    }

    @Test
    void judges_times_by_clocks_that_differ_a_little() {
        refinery.with(Fault.always(right -> right.at(Clock.systemUTC().instant().plusSeconds(240))));

        assertThat(refinery.judge(dataset("s3://refined/kpi/", inTime())).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    @Survives(Hazard.EXPIRED)
    void keeps_what_was_judged_before_the_credentials_expired() {
        refinery.with(Fault.always(right -> Reply.error(400, "ExpiredToken"))
                .where(ask -> refinery.s3.asked().size() > 1));

        Report report = refinery.judgeOneByOne(weighing("other", 100), weighing("kpi", 300));

        assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.findings().get(1).text())
                .contains("UNKNOWN: could not look (expired); S3 at", "the credentials have expired; renew them");
    }

    @Test
    @Survives(Hazard.DENIED)
    void names_what_is_not_allowed_and_judges_the_other_forty_nine() {
        IntStream.range(0, 50).forEach(i -> refinery.holding("d" + i, 1));
        refinery.with(Fault.always(right -> Reply.error(403, "AccessDenied"))
                .where(ask -> ask.prefix().startsWith("d17/")));

        Report report = refinery.judge(
                IntStream.range(0, 50).mapToObj(i -> weighing("d" + i, 100)).toArray(Dataset[]::new));

        assertThat(report.count(Outcome.PASSED)).isEqualTo(49);
        assertThat(report.count(Outcome.UNKNOWN)).isEqualTo(1);
        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.findings().get(17).text())
                .contains(
                        "UNKNOWN: could not look (denied); S3 at",
                        "allow s3:ListBucket on arn:aws:s3:::refined with prefix d17/dt=2025-01-02/ to who runs this");
        assertThat(report.traffic().retries()).isZero();
    }

    @Test
    @Survives(Hazard.NO_BUCKET)
    void tells_a_missing_bucket_from_an_empty_folder() {
        Report report = refinery.judge(dataset("s3://refind/kpi/", weight(300)), weighing("new", 300));

        assertThat(report.findings().get(0).text())
                .contains(
                        "UNKNOWN: could not look (no bucket); S3 at",
                        "has no bucket refind (s3://refind/kpi/dt=2025-01-02/)");
        assertThat(report.findings().get(1).text()).contains("FAILED: 0 B in 0 objects", "the partition is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://_/kpi/", "s3://a/kpi/", "s3:///kpi/", "s3://re fined/kpi/", "s3://arn:aws:s3/kpi/"})
    @Survives(Hazard.NO_BUCKET)
    void refuses_what_can_be_no_bucket_without_asking(String location) {
        Report report = refinery.judge(dataset(location, weight(300)));

        assertThat(report.findings().get(0).text())
                .contains("UNKNOWN: could not look (no bucket); no bucket can be called '");
        assertThat(refinery.s3.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 400, 404, 418})
    @Survives(Hazard.STRANGE_ANSWERS)
    void an_answer_that_s3_would_not_give_points_to_what_is_in_between(int status) {
        refinery.with(Fault.always(right -> Reply.xml(status, "")).onFolder("kpi"));

        assertUnknown(judge(), "answered " + status, "see whether S3 is what answers there, and no proxy");
    }

    @Test
    @Survives(Hazard.STRANGE_ANSWERS)
    void a_proxy_that_wants_a_password_is_told_from_s3() {
        refinery.with(Fault.always(right -> Reply.xml(407, "")).onFolder("kpi"));

        assertUnknown(judge(), "answered 407", "a proxy in between wants to know who asks");
    }

    @Test
    @Survives(Hazard.STRANGE_ANSWERS)
    void prints_nothing_raw_that_a_server_says() {
        refinery.with(Fault.always(right -> Reply.xml(418, Xml.error("&lt;b&gt;&#8238;&#133;", "&#8238;")))
                .onFolder("kpi"));

        assertUnknown(judge(), "answered 418 ");
        assertThat(judge().findings().get(0).text())
                .matches("[\\p{L}\\p{N}\\p{P}\\p{S} ]+")
                .contains("<b>\\u{202e}\\u{85}");
    }

    private Report judge() {
        return refinery.judge(weighing("kpi", 300), weighing("other", 100));
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
