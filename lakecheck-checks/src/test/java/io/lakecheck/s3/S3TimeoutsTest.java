// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.StubbedLake.sized;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.Survives;
import io.lakecheck.aws.AwsTimeouts;
import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.survey.Lakecheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Tests that the listing ends, the check is UNKNOWN and no threads are left if S3 is down or never responds, and that a
 * page that arrives too slowly is requested again.
 */
class S3TimeoutsTest {

    @ParameterizedTest
    @EnumSource(names = {"HANG", "STALL", "TRICKLE"})
    @Survives(Hazard.SILENCE)
    void gives_up_if_no_response_arrives(StubResponse.Delivery delivery) throws IOException {
        try (StubbedLake lake = new StubbedLake(StubbedLake.SHORT).holding("kpi", 3)) {
            lake.with(Fault.always(right -> right.by(delivery)));

            Report report = lake.judge(sized("kpi", 300));

            assertThat(report.findings().get(0).text())
                    .contains("UNKNOWN: could not be checked: " + Reason.TIMEOUT, "S3 at http://127.0.0.1:");
            assertThat(report.findings().get(0).verdict().figures()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG", "STALL", "TRICKLE"})
    @Survives(Hazard.SILENCE)
    void ends_with_the_run_and_judges_the_rest(StubResponse.Delivery delivery) throws IOException {
        S3Timeouts longer = new S3Timeouts(
                new AwsTimeouts(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        9),
                9,
                StubbedLake.SHORT.pause());
        try (StubbedLake lake = new StubbedLake(longer).holding("kpi", 3).holding("other", 1)) {
            lake.judge(sized("other", 100));
            lake.with(Fault.always(right -> right.by(delivery)).onFolder("kpi"));

            Report report = lake.judgeWithin(Duration.ofSeconds(2), sized("kpi", 300), sized("other", 100));

            assertThat(report.findings().get(0).text())
                    .contains("UNKNOWN: could not be checked: " + Reason.TIMEOUT, "2 s");
            assertThat(report.findings().get(1).outcome()).isEqualTo(Outcome.PASSED);
        }
    }

    /** The first page is requested through the SDK, the others are not. */
    @ParameterizedTest
    @CsvSource({"0, HANG", "0, STALL", "0, TRICKLE", "0, SLOW_END", "1, HANG", "1, STALL", "1, TRICKLE", "1, SLOW_END"})
    @Survives(Hazard.SILENCE)
    void requests_a_page_again_if_it_arrives_too_slowly(int page, StubResponse.Delivery delivery) throws IOException {
        S3Timeouts patient = new S3Timeouts(
                new AwsTimeouts(
                        Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMinutes(1), 4),
                3,
                BackoffStrategy.retryImmediately());
        try (StubbedLake lake = new StubbedLake(patient).holding("kpi", 2500)) {
            lake.with(Fault.always(right -> right.by(delivery)).times(1).onPage(page));

            Report report = lake.judgeWithin(Duration.ofSeconds(20), sized("kpi", 250_000));

            assertThat(report.findings().get(0).outcome())
                    .as(report.findings().get(0).text())
                    .isEqualTo(Outcome.PASSED);
            assertThat(report.traffic().retries()).isEqualTo(1);
            assertThat(lake.s3.requests().stream().filter(request -> request.pageOfFolder() == page))
                    .hasSize(2);
        }
    }

    @Test
    @Survives(Hazard.NOBODY_THERE)
    void names_an_endpoint_that_is_down() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        assertThat(unreachable("http://127.0.0.1:" + port))
                .contains("UNKNOWN: could not be checked: " + Reason.UNREACHABLE, "S3 at http://127.0.0.1:" + port);
    }

    @Test
    @Survives(Hazard.NOBODY_THERE)
    void names_an_endpoint_with_an_unknown_host() {
        assertThat(unreachable("http://lake.invalid"))
                .contains("UNKNOWN: could not be checked: " + Reason.UNREACHABLE, "S3 at http://lake.invalid ");
    }

    private static String unreachable(String endpoint) {
        Connection connection =
                new Connection(Optional.of(endpoint), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
        try (Lake lake = S3Lake.connect(connection, Clock.systemUTC(), StubbedLake.NO_PAUSES)) {
            return Lakecheck.on(lake)
                    .at(StubbedLake.NOW)
                    .run(Suite.of(sized("kpi", 300)))
                    .findings()
                    .get(0)
                    .text();
        }
    }
}
