// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Metrics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What becomes of alarms where CloudWatch says no, or is another server. */
class CloudWatchAlarmsTest {

    private static final String NO_CLOUDWATCH =
            "what answered is not CloudWatch (%s); look for a proxy, or at the endpoint";

    @Test
    void says_what_to_allow_where_alarms_can_not_be_seen() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.refusing(403, "AccessDenied", "not authorized")) {
            assertTrouble(
                    () -> apply(cloudWatch),
                    "could not look at the alarms: denied (403 AccessDenied: not authorized); allow"
                            + " cloudwatch:DescribeAlarms (docs/iam.md)");
        }
    }

    @Test
    void stops_at_the_first_alarm_that_is_refused_and_names_it() {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> {
            if (count <= 3) {
                StubCloudWatch.accept(exchange);
            } else {
                StubCloudWatch.refuse(exchange, 403, "AccessDenied", "not authorized");
            }
        })) {
            assertTrouble(
                    () -> apply(cloudWatch),
                    "could not put lakecheck-kpi-daily-size-above: denied (403 AccessDenied: not authorized); allow"
                            + " cloudwatch:PutMetricAlarm (docs/iam.md); 2 of 6 requests were done before, and doing"
                            + " it again goes on from there");
            assertThat(cloudWatch.requests())
                    .as("one look, two alarms, one refusal")
                    .hasSize(4);
        }
    }

    @Test
    void believes_no_list_of_alarms_that_is_not_from_cloudwatch() {
        try (StubCloudWatch empty = new StubCloudWatch(
                        (exchange, body, count) -> StubCloudWatch.answer(exchange, 200, new byte[0]));
                StubCloudWatch page = new StubCloudWatch((exchange, body, count) -> StubCloudWatch.answer(
                        exchange, 200, "<html>Please log in</html>".getBytes(StandardCharsets.US_ASCII)))) {
            assertTrouble(
                    () -> apply(empty),
                    "could not look at the alarms: " + NO_CLOUDWATCH.formatted("200 without x-amzn-RequestId"));
            assertTrouble(
                    () -> apply(page),
                    "could not look at the alarms: " + NO_CLOUDWATCH.formatted("a 200 that makes no sense"));
        }
    }

    @Test
    void believes_no_yes_that_is_not_from_cloudwatch() {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> {
            if (count == 1) {
                StubCloudWatch.accept(exchange);
            } else {
                StubCloudWatch.answer(exchange, 200, new byte[0]);
            }
        })) {
            assertTrouble(
                    () -> apply(cloudWatch),
                    "could not put lakecheck-kpi-daily-absent: "
                            + NO_CLOUDWATCH.formatted("200 without x-amzn-RequestId") + "; nothing was changed");
        }
    }

    @Test
    void says_to_log_in_again_where_the_token_has_expired() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.refusing(403, "ExpiredToken", "The token is expired")) {
            assertTrouble(
                    () -> apply(cloudWatch),
                    "could not look at the alarms: the AWS credentials are not valid (403 ExpiredToken: The token is"
                            + " expired); log in again, or look at AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN");
        }
    }

    private static void assertTrouble(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(CloudWatchException.class).hasMessage(message);
    }

    private static void apply(StubCloudWatch cloudWatch) {
        Metrics metrics = new Metrics("ATUK/Lambda", Map.of(), true, false, cloudWatch.connection(), Alarms.DEFAULT);
        try (CloudWatchAlarms alarms = CloudWatchAlarms.of(Kpi.suite(metrics, Kpi.daily(Kpi.SIZE)))) {
            alarms.apply(alarms.compare(), false);
        }
    }
}
