// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Hazard;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.Survives;
import io.lakecheck.aws.AwsTimeouts;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.lake.MemoryLake;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class CloudWatchReporterTest {

    private static final AwsTimeouts LONG = timeouts(Duration.ofSeconds(20), Duration.ofSeconds(60));

    private static final AwsTimeouts SHORT = timeouts(Duration.ofMillis(200), Duration.ofSeconds(2));

    @Test
    void counts_the_published_metrics() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            assertThat(report(cloudWatch))
                    .containsExactly(new Notice(Notice.Level.INFO, "12 metrics published to ATUK/Lambda"));
            assertThat(cloudWatch.requests()).hasSize(1);
        }
    }

    @Test
    void sends_nothing_without_a_namespace_or_if_disabled() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            Report off =
                    Kpi.run(Kpi.lake(1), Kpi.suite(to(cloudWatch.connection()).enabled(false), Kpi.daily(Kpi.SIZE)));
            Report none = Kpi.run(Kpi.lake(1), Suite.of(Kpi.daily(Kpi.SIZE)));

            assertThat(reporter(Kpi.CLOCK).report(off)).isEmpty();
            assertThat(reporter(Kpi.CLOCK).report(none)).isEmpty();
            assertThat(cloudWatch.requests()).isEmpty();
        }
    }

    @Test
    void names_the_missing_permission() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.rejecting(403, "AccessDenied", "User is not authorized")) {
            assertThat(report(cloudWatch))
                    .satisfiesExactly(warning(
                            "403 AccessDenied: User is not authorized",
                            "cloudwatch:PutMetricData for namespace ATUK/Lambda"));
            assertThat(cloudWatch.requests()).as("not retried").hasSize(1);
        }
    }

    @Test
    void shows_why_a_request_was_rejected_safely() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.rejecting(400, "InvalidParameterValue", "no \u001b[31mred")) {
            assertThat(report(cloudWatch)).satisfiesExactly(warning("(400 InvalidParameterValue: no \\u{1b}[31mred)"));
        }
    }

    @Test
    @Survives(Hazard.METRICS_DOWN)
    void gives_up_if_throttled_on_every_attempt() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.rejecting(400, "Throttling", "Rate exceeded")) {
            assertThat(report(cloudWatch)).satisfiesExactly(warning("throttled", "400 Throttling: Rate exceeded"));
            assertThat(cloudWatch.requests()).hasSize(3);
        }
    }

    @Test
    @Survives(Hazard.METRICS_DOWN)
    void gives_up_if_cloudwatch_is_down() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.rejecting(500, "InternalFailure", "sorry")) {
            assertThat(report(cloudWatch)).satisfiesExactly(warning("500 InternalFailure: sorry"));
            assertThat(cloudWatch.requests()).hasSize(3);
        }
    }

    @Test
    void succeeds_if_cloudwatch_recovers() {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> {
            if (count < 3) {
                StubCloudWatch.reject(exchange, 503, "ServiceUnavailable", "soon");
            } else {
                StubCloudWatch.accept(exchange);
            }
        })) {
            assertThat(report(cloudWatch)).extracting(Notice::level).containsExactly(Notice.Level.INFO);
        }
    }

    @Test
    void names_a_server_that_closes_the_connection() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.closing()) {
            assertThat(report(cloudWatch))
                    .satisfiesExactly(warning(cloudWatch.connection().endpoint().orElseThrow() + " can't be reached"));
        }
    }

    @Test
    @Timeout(60)
    void gives_up_when_the_timeout_expires() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.hanging()) {
            assertThat(reportWithin(SHORT, cloudWatch))
                    .satisfiesExactly(
                            warning(cloudWatch.connection().endpoint().orElseThrow() + " did not respond in time"));
        }
    }

    @Test
    @Timeout(60)
    @Survives(Hazard.METRICS_DOWN)
    void gives_up_on_a_response_that_never_ends() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.trickling()) {
            assertThat(reportWithin(SHORT, cloudWatch))
                    .satisfiesExactly(
                            warning(cloudWatch.connection().endpoint().orElseThrow() + " did not respond in time"));
        }
    }

    @Test
    void rejects_a_response_that_is_not_from_cloudwatch() {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> StubCloudWatch.answer(
                exchange, 200, "<html>Please log in</html>".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(report(cloudWatch))
                    .satisfiesExactly(
                            warning("sent an unexpected response: it has status 200 but no x-amzn-RequestId"));
        }
    }

    /** The ways in which a request can fail, and the text that the notice must contain. */
    enum Fault {
        REJECTED("(400 "),
        DENIED("(403 "),
        DOWN("(500 "),
        RESET("http://localhost:"),
        HANGING("did not respond in time");

        private final String decisive;

        Fault(String decisive) {
            this.decisive = decisive;
        }

        StubCloudWatch stub() {
            return switch (this) {
                case REJECTED -> StubCloudWatch.rejecting(400, "InvalidParameterValue", "no");
                case DENIED -> StubCloudWatch.rejecting(403, "AccessDenied", "no");
                case DOWN -> StubCloudWatch.rejecting(500, "InternalFailure", "no");
                case RESET -> StubCloudWatch.closing();
                case HANGING -> StubCloudWatch.hanging();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    @Survives(Hazard.METRICS_DOWN)
    void keeps_the_verdicts_and_warns_if_publishing_fails(Fault fault) {
        Published run = publish(fault, false);

        assertThat(run.after().findings()).isEqualTo(run.before().findings());
        assertThat(run.after().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.after().notices()).singleElement().satisfies(notice -> {
            assertThat(notice.level()).isEqualTo(Notice.Level.WARN);
            assertThat(notice.text()).contains("could not publish metrics to ATUK/Lambda: ", fault.decisive);
        });
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    @Survives(Hazard.METRICS_DOWN)
    void fails_the_build_if_publishing_fails_and_metrics_are_required(Fault fault) {
        Published run = publish(fault, true);

        assertThat(run.after().findings()).isEqualTo(run.before().findings());
        assertThat(run.after().notices()).extracting(Notice::level).containsExactly(Notice.Level.FAIL);
    }

    /** A report before and after publishing its metrics. */
    private record Published(Report before, Report after) {}

    private static Published publish(Fault fault, boolean required) {
        try (StubCloudWatch cloudWatch = fault.stub()) {
            Metrics metrics =
                    new Metrics("ATUK/Lambda", Map.of(), true, required, cloudWatch.connection(), Alarms.DEFAULT);
            Report report = Kpi.run(Kpi.lake(187_200), Kpi.suite(metrics, Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA)));
            AwsTimeouts timeouts = fault == Fault.HANGING ? SHORT : LONG;
            CloudWatchReporter reporter =
                    new CloudWatchReporter(Kpi.CLOCK, connection -> CloudWatchAccess.open(connection, timeouts));
            return new Published(report, report.reportTo(List.of(reporter)));
        }
    }

    @Test
    void sends_the_other_requests_if_one_is_rejected() {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> {
            if (count == 1) {
                StubCloudWatch.reject(exchange, 400, "InvalidParameterValue", "no");
            } else {
                StubCloudWatch.accept(exchange);
            }
        })) {
            Report many = many(700, to(cloudWatch.connection()));

            assertThat(reporter(Kpi.CLOCK).report(many)).satisfiesExactly(notice -> assertThat(notice.text())
                    .contains("1000 of 2800", "400 InvalidParameterValue"));
            assertThat(cloudWatch.requests()).hasSize(3);
        }
    }

    @Test
    void compresses_requests_and_keeps_them_under_a_megabyte() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            assertThat(reporter(Kpi.CLOCK).report(many(700, to(cloudWatch.connection()))))
                    .containsExactly(new Notice(Notice.Level.INFO, "2800 metrics published to ATUK/Lambda"));

            assertThat(cloudWatch.requests()).hasSize(3).allSatisfy(request -> {
                assertThat(request.gzipped()).isTrue();
                assertThat(request.sent()).isLessThan(request.unpacked() / 5);
            });
        }
    }

    @Test
    void nearly_fills_a_megabyte() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            Dataset[] datasets = IntStream.range(0, 400)
                    .mapToObj(i -> Kpi.dataset(
                            "d" + i,
                            "s3://refined/d/dt={date}/",
                            Map.of("Key", "é".repeat(170) + i),
                            Kpi.RECENCY,
                            Kpi.SIZE))
                    .toArray(Dataset[]::new);
            reporter(Kpi.CLOCK).report(Kpi.run(new MemoryLake(), Kpi.suite(to(cloudWatch.connection()), datasets)));

            assertThat(cloudWatch.requests().get(0).unpacked()).isBetween(950_000, 1_000_000);
        }
    }

    @Test
    void sends_no_metrics_that_are_too_old_or_in_the_future() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            Report report = Kpi.run(Kpi.lake(1), Kpi.suite(to(cloudWatch.connection()), Kpi.daily(Kpi.SIZE)));

            assertThat(reporter(later(Duration.ofDays(14).plusMillis(1))).report(report))
                    .satisfiesExactly(warning("2026-01-03T07:00:00Z", "two weeks"));
            assertThat(reporter(later(Duration.ofHours(-2).minusMillis(1))).report(report))
                    .satisfiesExactly(warning("2026-01-03T07:00:00Z", "two hours"));
            assertThat(cloudWatch.requests()).isEmpty();
            assertThat(reporter(later(Duration.ofDays(14))).report(report))
                    .extracting(Notice::level)
                    .containsExactly(Notice.Level.INFO);
        }
    }

    @Test
    void names_a_dataset_with_the_dimensions_of_another() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            Report report = Kpi.run(
                    Kpi.lake(1),
                    Kpi.suite(
                            to(cloudWatch.connection()),
                            Kpi.dataset("a", "s3://refined/kpi/dt={date}/", Kpi.SIZE),
                            Kpi.dataset("b", "s3://refined/kpi/dt={date}/b/", Kpi.DELTA)));

            assertThat(reporter(Kpi.CLOCK).report(report))
                    .satisfiesExactly(warning("'b' has the same dimensions as 'a'"), notice -> assertThat(notice)
                            .isEqualTo(new Notice(Notice.Level.INFO, "5 metrics published to ATUK/Lambda")));
        }
    }

    @Test
    void keeps_dimensions_with_their_owner_if_only_some_datasets_run() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            Metrics metrics = to(cloudWatch.connection());
            Dataset first = Kpi.dataset("a", "s3://refined/kpi/dt={date}/", Kpi.SIZE);
            Dataset second = Kpi.dataset("b", "s3://refined/kpi/dt={date}/b/", Kpi.DELTA);
            CloudWatchReporter reporter = reporter(Kpi.CLOCK).within(Kpi.suite(metrics, first, second));

            assertThat(reporter.report(Kpi.run(Kpi.lake(1), Kpi.suite(metrics, second))))
                    .anySatisfy(warning("'b' has the same dimensions as 'a'"));
            assertThat(cloudWatch.requests()).isEmpty();
            assertThat(reporter.report(Kpi.run(Kpi.lake(1), Kpi.suite(metrics, first))))
                    .containsExactly(new Notice(Notice.Level.INFO, "5 metrics published to ATUK/Lambda"));
        }
    }

    @Test
    void reports_a_client_that_can_not_be_opened() {
        Report report = Kpi.run(Kpi.lake(1), Kpi.daily(Kpi.SIZE));
        CloudWatchReporter reporter = new CloudWatchReporter(Kpi.CLOCK, connection -> {
            throw SdkClientException.create("Unable to load region");
        });

        assertThat(reporter.report(report)).satisfiesExactly(warning("Unable to load region"));
    }

    private static Report many(int count, Metrics metrics) {
        Dataset[] datasets = IntStream.range(0, count)
                .mapToObj(i -> Kpi.dataset("d" + i, "s3://refined/d" + i + "/dt={date}/", Kpi.SIZE))
                .toArray(Dataset[]::new);
        return Kpi.run(new MemoryLake(), Kpi.suite(metrics, datasets));
    }

    private static Clock later(Duration by) {
        return Clock.offset(Kpi.CLOCK, by);
    }

    private static Metrics to(Connection connection) {
        return new Metrics("ATUK/Lambda", Map.of(), true, false, connection, Alarms.DEFAULT);
    }

    private static CloudWatchReporter reporter(Clock clock) {
        return new CloudWatchReporter(clock, connection -> CloudWatchAccess.open(connection, LONG));
    }

    private static AwsTimeouts timeouts(Duration response, Duration call) {
        return new AwsTimeouts(Duration.ofSeconds(5), response, response, call, 3);
    }

    private static List<Notice> reportWithin(AwsTimeouts timeouts, StubCloudWatch cloudWatch) {
        return report(
                cloudWatch,
                new CloudWatchReporter(Kpi.CLOCK, connection -> CloudWatchAccess.open(connection, timeouts)));
    }

    private static List<Notice> report(StubCloudWatch cloudWatch) {
        return report(cloudWatch, reporter(Kpi.CLOCK));
    }

    private static List<Notice> report(StubCloudWatch cloudWatch, CloudWatchReporter reporter) {
        return reporter.report(Kpi.run(
                Kpi.lake(187_200),
                Kpi.suite(to(cloudWatch.connection()), Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA))));
    }

    private static ThrowingConsumer<Notice> warning(String... decisive) {
        return notice -> {
            assertThat(notice.level()).isEqualTo(Notice.Level.WARN);
            assertThat(notice.text())
                    .startsWith("could not publish metrics to ATUK/Lambda: ")
                    .contains(decisive);
        };
    }
}
