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

/** Tests alarms when CloudWatch rejects requests or another server responds. */
class CloudWatchAlarmsTest {

    @Test
    void names_the_missing_permission_to_list_alarms() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.rejecting(403, "AccessDenied", "not authorized")) {
            assertFailure(() -> apply(cloudWatch), "list the alarms", "403 AccessDenied", "cloudwatch:DescribeAlarms");
        }
    }

    @Test
    void stops_at_the_first_rejected_alarm_and_names_it() {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> {
            if (count <= 3) {
                StubCloudWatch.accept(exchange);
            } else {
                StubCloudWatch.reject(exchange, 403, "AccessDenied", "not authorized");
            }
        })) {
            assertFailure(
                    () -> apply(cloudWatch),
                    "create alarm lakecheck-kpi-daily-size-above",
                    "cloudwatch:PutMetricAlarm",
                    "2 of 6 requests");
            assertThat(cloudWatch.requests())
                    .as("one list, two alarms, one rejection")
                    .hasSize(4);
        }
    }

    @Test
    void rejects_a_list_of_alarms_that_is_not_from_cloudwatch() {
        try (StubCloudWatch empty = new StubCloudWatch(
                        (exchange, body, count) -> StubCloudWatch.answer(exchange, 200, new byte[0]));
                StubCloudWatch page = new StubCloudWatch((exchange, body, count) -> StubCloudWatch.answer(
                        exchange, 200, "<html>Please log in</html>".getBytes(StandardCharsets.US_ASCII)))) {
            assertFailure(() -> apply(empty), "list the alarms", "sent an unexpected response", "x-amzn-RequestId");
            assertFailure(() -> apply(page), "list the alarms", "sent an unexpected response");
        }
    }

    @Test
    void rejects_a_success_that_is_not_from_cloudwatch() {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> {
            if (count == 1) {
                StubCloudWatch.accept(exchange);
            } else {
                StubCloudWatch.answer(exchange, 200, new byte[0]);
            }
        })) {
            assertFailure(
                    () -> apply(cloudWatch),
                    "create alarm lakecheck-kpi-daily-absent",
                    "sent an unexpected response",
                    "No alarm was changed");
        }
    }

    @Test
    void suggests_a_new_login_if_the_token_has_expired() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.rejecting(403, "ExpiredToken", "The token is expired")) {
            assertFailure(() -> apply(cloudWatch), "list the alarms", "403 ExpiredToken", "aws sso login");
        }
    }

    @Test
    void names_the_address_of_a_server_without_cloudwatch() {
        try (StubCloudWatch s3Only =
                new StubCloudWatch((exchange, body, count) -> StubCloudWatch.answer(exchange, 404, new byte[0]))) {
            assertFailure(
                    () -> apply(s3Only),
                    "404",
                    s3Only.connection().endpoint().orElseThrow(),
                    "AWS_ENDPOINT_URL_CLOUDWATCH");
        }
    }

    private static void assertFailure(ThrowingCallable call, String... decisive) {
        assertThatThrownBy(call).isInstanceOf(CloudWatchException.class).hasMessageContainingAll(decisive);
    }

    private static void apply(StubCloudWatch cloudWatch) {
        Metrics metrics = new Metrics("ATUK/Lambda", Map.of(), true, false, cloudWatch.connection(), Alarms.DEFAULT);
        try (CloudWatchAlarms alarms = CloudWatchAlarms.of(Kpi.suite(metrics, Kpi.daily(Kpi.SIZE)))) {
            alarms.apply(alarms.compare(), false);
        }
    }
}
