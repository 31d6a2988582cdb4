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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class CloudWatchReporterTest {

    private static final CloudWatch.Patience PATIENT =
            new CloudWatch.Patience(3, Duration.ofSeconds(20), Duration.ofSeconds(60));

    private static final CloudWatch.Patience IMPATIENT =
            new CloudWatch.Patience(3, Duration.ofMillis(200), Duration.ofSeconds(2));

    @Test
    void says_how_many_metrics_went_where() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            assertThat(report(cloudWatch))
                    .containsExactly(new Notice(Notice.Level.INFO, "12 metrics published to ATUK/Lambda"));
            assertThat(cloudWatch.requests()).hasSize(1);
        }
    }

    @Test
    void sends_nothing_where_the_suite_names_no_namespace_or_switched_it_off() {
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
    void says_what_to_allow_where_it_is_denied() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.refusing(403, "AccessDenied", "User is not authorized")) {
            assertThat(report(cloudWatch))
                    .containsExactly(warning("denied (403 AccessDenied: User is not authorized); allow"
                            + " cloudwatch:PutMetricData where cloudwatch:namespace is ATUK/Lambda (docs/iam.md)"));
            assertThat(cloudWatch.requests()).as("no use in asking again").hasSize(1);
        }
    }

    @Test
    void says_what_is_wrong_where_it_is_refused() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.refusing(400, "InvalidParameterValue", "no \u001b[31mred")) {
            assertThat(report(cloudWatch))
                    .containsExactly(warning("refused (400 InvalidParameterValue: no \\u{1b}[31mred)"));
        }
    }

    @Test
    @Survives(Hazard.METRICS_DOWN)
    void gives_up_where_it_is_throttled_to_the_end() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.refusing(400, "Throttling", "Rate exceeded")) {
            assertThat(report(cloudWatch))
                    .containsExactly(warning("throttled to the end (400 Throttling: Rate exceeded)"));
            assertThat(cloudWatch.requests()).hasSize(3);
        }
    }

    @Test
    @Survives(Hazard.METRICS_DOWN)
    void gives_up_where_it_is_down() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.refusing(500, "InternalFailure", "sorry")) {
            assertThat(report(cloudWatch)).containsExactly(warning("refused (500 InternalFailure: sorry)"));
            assertThat(cloudWatch.requests()).hasSize(3);
        }
    }

    @Test
    void goes_on_where_it_was_down_for_a_moment() {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> {
            if (count < 3) {
                StubCloudWatch.refuse(exchange, 503, "ServiceUnavailable", "soon");
            } else {
                StubCloudWatch.accept(exchange);
            }
        })) {
            assertThat(report(cloudWatch)).extracting(Notice::level).containsExactly(Notice.Level.INFO);
        }
    }

    @Test
    void says_that_it_was_hung_up_on() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.hangingUp()) {
            assertThat(report(cloudWatch)).singleElement().satisfies(notice -> assertThat(notice.text())
                    .matches("metrics NOT published: ATUK/Lambda: http://localhost:\\d+ can't be reached \\(.+\\)"));
        }
    }

    @Test
    @Timeout(60)
    void waits_for_an_answer_no_longer_than_its_time() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.hanging()) {
            assertThat(tellImpatiently(cloudWatch))
                    .containsExactly(warning("no answer in time from "
                            + cloudWatch.connection().endpoint().orElseThrow()));
        }
    }

    @Test
    @Timeout(60)
    @Survives(Hazard.METRICS_DOWN)
    void waits_no_longer_where_an_answer_trickles() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.trickling()) {
            assertThat(tellImpatiently(cloudWatch))
                    .containsExactly(warning("no answer in time from "
                            + cloudWatch.connection().endpoint().orElseThrow()));
        }
    }

    @Test
    void believes_no_answer_that_is_not_from_cloudwatch() {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> StubCloudWatch.answer(
                exchange, 200, "<html>Please log in</html>".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(report(cloudWatch))
                    .containsExactly(warning("what answered is not CloudWatch (200 without x-amzn-RequestId); look for"
                            + " a proxy, or at the endpoint"));
        }
    }

    /** What may become of a request, and how a notice says it. */
    enum Fault {
        REFUSED("refused (400"),
        DENIED("denied (403"),
        DOWN("refused (500"),
        RESET("http://localhost:"),
        HANGING("no answer in time from http://localhost:");

        private final String told;

        Fault(String told) {
            this.told = told;
        }

        StubCloudWatch stub() {
            return switch (this) {
                case REFUSED -> StubCloudWatch.refusing(400, "InvalidParameterValue", "no");
                case DENIED -> StubCloudWatch.refusing(403, "AccessDenied", "no");
                case DOWN -> StubCloudWatch.refusing(500, "InternalFailure", "no");
                case RESET -> StubCloudWatch.hangingUp();
                case HANGING -> StubCloudWatch.hanging();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    @Survives(Hazard.METRICS_DOWN)
    void leaves_verdicts_as_they_are_and_says_aloud_what_was_not_published(Fault fault) {
        Told told = told(fault, false);

        assertThat(told.after().findings()).isEqualTo(told.before().findings());
        assertThat(told.after().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(told.after().notices()).singleElement().satisfies(notice -> {
            assertThat(notice.level()).isEqualTo(Notice.Level.WARN);
            assertThat(notice.text()).startsWith("metrics NOT published: ATUK/Lambda: " + fault.told);
        });
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    @Survives(Hazard.METRICS_DOWN)
    void fails_the_build_where_metrics_are_required_and_leaves_verdicts_as_they_are(Fault fault) {
        Told told = told(fault, true);

        assertThat(told.after().findings()).isEqualTo(told.before().findings());
        assertThat(told.after().notices()).extracting(Notice::level).containsExactly(Notice.Level.FAIL);
    }

    /** A report before and after its metrics were to be published. */
    private record Told(Report before, Report after) {}

    private static Told told(Fault fault, boolean required) {
        try (StubCloudWatch cloudWatch = fault.stub()) {
            Metrics metrics =
                    new Metrics("ATUK/Lambda", Map.of(), true, required, cloudWatch.connection(), Alarms.DEFAULT);
            Report report = Kpi.run(Kpi.lake(187_200), Kpi.suite(metrics, Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA)));
            CloudWatch.Patience patience = fault == Fault.HANGING ? IMPATIENT : PATIENT;
            CloudWatchReporter reporter =
                    new CloudWatchReporter(Kpi.CLOCK, connection -> CloudWatch.open(connection, patience));
            return new Told(report, report.reportTo(List.of(reporter)));
        }
    }

    @Test
    void sends_what_one_refused_request_does_not_hold() {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> {
            if (count == 1) {
                StubCloudWatch.refuse(exchange, 400, "InvalidParameterValue", "no");
            } else {
                StubCloudWatch.accept(exchange);
            }
        })) {
            Report many = many(700, to(cloudWatch.connection()));

            assertThat(reporter(Kpi.CLOCK).report(many))
                    .containsExactly(warning("1000 of 2800, refused (400 InvalidParameterValue: no)"));
            assertThat(cloudWatch.requests()).hasSize(3);
        }
    }

    @Test
    void packs_each_request_and_keeps_it_under_a_megabyte() {
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
    void fills_a_megabyte_nearly_to_its_edge() {
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
    void sends_no_metrics_of_long_ago_or_of_the_future() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            Report report = Kpi.run(Kpi.lake(1), Kpi.suite(to(cloudWatch.connection()), Kpi.daily(Kpi.SIZE)));

            assertThat(reporter(later(Duration.ofDays(14).plusMillis(1))).report(report))
                    .containsExactly(
                            warning("the run is judged as of 2026-01-03T07:00:00Z, and CloudWatch takes no data"
                                    + " older than two weeks"));
            assertThat(reporter(later(Duration.ofHours(-2).minusMillis(1))).report(report))
                    .containsExactly(
                            warning("the run is judged as of 2026-01-03T07:00:00Z, and CloudWatch takes no data"
                                    + " from more than two hours ahead"));
            assertThat(cloudWatch.requests()).isEmpty();
            assertThat(reporter(later(Duration.ofDays(14))).report(report))
                    .extracting(Notice::level)
                    .containsExactly(Notice.Level.INFO);
        }
    }

    @Test
    void names_a_dataset_whose_metrics_are_another_ones_already() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            Report report = Kpi.run(
                    Kpi.lake(1),
                    Kpi.suite(
                            to(cloudWatch.connection()),
                            Kpi.dataset("a", "s3://refined/kpi/dt={date}/", Kpi.SIZE),
                            Kpi.dataset("b", "s3://refined/kpi/dt={date}/b/", Kpi.DELTA)));

            assertThat(reporter(Kpi.CLOCK).report(report))
                    .containsExactly(
                            warning("b has the same dimensions as a; give it dimensions of its own"),
                            new Notice(Notice.Level.INFO, "5 metrics published to ATUK/Lambda"));
        }
    }

    @Test
    void gives_no_dataset_another_ones_metrics_where_only_a_part_of_the_suite_is_run() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            Metrics metrics = to(cloudWatch.connection());
            Dataset first = Kpi.dataset("a", "s3://refined/kpi/dt={date}/", Kpi.SIZE);
            Dataset second = Kpi.dataset("b", "s3://refined/kpi/dt={date}/b/", Kpi.DELTA);
            CloudWatchReporter reporter = reporter(Kpi.CLOCK).within(Kpi.suite(metrics, first, second));

            assertThat(reporter.report(Kpi.run(Kpi.lake(1), Kpi.suite(metrics, second))))
                    .contains(warning("b has the same dimensions as a; give it dimensions of its own"));
            assertThat(cloudWatch.requests()).isEmpty();
            assertThat(reporter.report(Kpi.run(Kpi.lake(1), Kpi.suite(metrics, first))))
                    .containsExactly(new Notice(Notice.Level.INFO, "5 metrics published to ATUK/Lambda"));
        }
    }

    @Test
    void says_that_nobody_told_the_region() {
        Report report = Kpi.run(Kpi.lake(1), Kpi.daily(Kpi.SIZE));
        CloudWatchReporter reporter = new CloudWatchReporter(Kpi.CLOCK, connection -> {
            throw SdkClientException.create("Unable to load region");
        });

        assertThat(reporter.report(report)).containsExactly(warning("Unable to load region"));
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
        return new CloudWatchReporter(clock, connection -> CloudWatch.open(connection, PATIENT));
    }

    private static List<Notice> tellImpatiently(StubCloudWatch cloudWatch) {
        return report(
                cloudWatch, new CloudWatchReporter(Kpi.CLOCK, connection -> CloudWatch.open(connection, IMPATIENT)));
    }

    private static List<Notice> report(StubCloudWatch cloudWatch) {
        return report(cloudWatch, reporter(Kpi.CLOCK));
    }

    private static List<Notice> report(StubCloudWatch cloudWatch, CloudWatchReporter reporter) {
        return reporter.report(Kpi.run(
                Kpi.lake(187_200),
                Kpi.suite(to(cloudWatch.connection()), Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA))));
    }

    private static Notice warning(String why) {
        return new Notice(Notice.Level.WARN, "metrics NOT published: ATUK/Lambda: " + why);
    }
}
