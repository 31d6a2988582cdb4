// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.MissingPolicy;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.Suite;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Statistic;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Percentage;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** Tests that listing a history takes as many requests on a real server as in an in-memory lake. */
@NeedsLocalStack
class S3HistoryTest {

    private static final LocalDate JUDGED = LocalDate.parse("2026-01-29");
    private static final int FILES = 5;

    private final LocalStackServer server;
    private final String bucket;
    private final String folder = UUID.randomUUID() + "/";
    private final S3Lake lake;

    S3HistoryTest(LocalStackServer server) {
        this.server = server;
        this.bucket = server.bucket(S3HistoryTest.class);
        this.lake = S3Lake.connect(server.connection());
    }

    @AfterEach
    void closes() {
        lake.close();
    }

    @Test
    void twenty_eight_days_of_five_files_take_one_request() {
        write(0, 40, 10);

        Report report = judge(DeltaCheck.of(
                new SampleBaseline(Rhythm.EVERY, 28, Statistic.MEDIAN),
                Tolerance.of(Optional.of(Percentage.of(30)), Optional.empty())));

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.findings().get(0).verdict().history()).hasSize(28);
        assertThat(report.traffic().requests()).isEqualTo(1);
    }

    @Test
    void the_usual_baseline_takes_two_requests_including_last_year() {
        write(0, 1, 1);
        write(1, 140, 10);
        write(360, 510, 10);

        Report report = judge(DeltaCheck.DEFAULT);

        assertThat(report.findings().get(0).text()).contains("delta FAILED: 5 B", " 48");
        assertThat(report.traffic().requests()).isEqualTo(2);
    }

    @Test
    void absent_weekends_take_no_more_requests() {
        write(0, 1, 10);
        writeWeekdays(1, 280);
        writeWeekdays(360, 640);

        Report passing = judge(DeltaCheck.DEFAULT);
        write(0, 1, 1);
        Report alerting = judge(DeltaCheck.DEFAULT);

        assertThat(passing.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(passing.traffic().requests()).isEqualTo(1);
        assertThat(alerting.findings().get(0).text()).contains("delta FAILED: 5 B", " 48");
        assertThat(alerting.traffic().requests()).isEqualTo(2);
    }

    private void writeWeekdays(int firstBack, int lastBack) {
        write(
                IntStream.range(firstBack, lastBack)
                        .filter(back -> JUDGED.minusDays(back).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0),
                10);
    }

    @Test
    void a_complete_month_takes_one_request_and_its_strays_another() {
        write(0, 40, 10);
        server.s3().putObject(put -> put.bucket(bucket).key(folder + "dt=2026-1-5/part-0"), RequestBody.empty());

        Report skipped = judge(new CompleteCheck(30, Severity.FAIL, MissingPolicy.SKIP));
        Report warned = judge(new CompleteCheck(30, Severity.FAIL, MissingPolicy.WARN));

        assertThat(skipped.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(skipped.traffic().requests()).isEqualTo(1);
        assertThat(warned.findings().get(0).verdict().text()).contains("30 days", "dt=2026-1-5");
        assertThat(warned.traffic().requests()).isEqualTo(2);
    }

    private void write(int firstBack, int lastBack, int bytes) {
        write(IntStream.range(firstBack, lastBack), bytes);
    }

    private void write(IntStream days, int bytes) {
        days.flatMap(back -> IntStream.range(back * FILES, (back + 1) * FILES))
                .parallel()
                .forEach(i -> server.s3()
                        .putObject(
                                put -> put.bucket(bucket)
                                        .key(folder + "dt=" + JUDGED.minusDays(i / FILES) + "/part-" + i % FILES),
                                RequestBody.fromBytes(new byte[bytes])));
    }

    private Report judge(Check check) {
        Dataset dataset = new Dataset(
                "kpi",
                Location.of("s3://" + bucket + "/" + folder + "dt={date}/"),
                new Schedule(ZoneOffset.UTC, Duration.ZERO, Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(check),
                Map.of());
        return Lakecheck.on(lake)
                .at(Clock.fixed(Instant.parse("2026-01-30T06:00:00Z"), ZoneOffset.UTC))
                .run(Suite.of(dataset));
    }
}
