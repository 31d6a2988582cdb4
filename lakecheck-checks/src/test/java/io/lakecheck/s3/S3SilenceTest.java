// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.Refinery.weighing;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.Survives;
import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.Lake;
import io.lakecheck.survey.Lakecheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An S3 that isn't there, or is and says nothing: looking ends, nothing is made of it, and no thread stays. */
class S3SilenceTest {

    @ParameterizedTest
    @EnumSource(names = {"HANG", "STALL", "TRICKLE"})
    @Survives(Hazard.SILENCE)
    void gives_up_on_an_answer_that_does_not_come(Reply.Way way) throws IOException {
        try (Refinery refinery = new Refinery(Refinery.LITTLE).holding("kpi", 3)) {
            refinery.with(Fault.always(right -> right.by(way)));

            Report report = refinery.judge(weighing("kpi", 300));

            assertThat(report.findings().get(0).text())
                    .contains("UNKNOWN: could not look (timeout); S3 at http://127.0.0.1:", "did not answer in time");
            assertThat(report.findings().get(0).verdict().figures()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG", "STALL", "TRICKLE"})
    @Survives(Hazard.SILENCE)
    void ends_with_the_run_whatever_hangs_and_judges_the_rest(Reply.Way way) throws IOException {
        S3Timeouts more = new S3Timeouts(
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                9,
                9,
                Refinery.LITTLE.pause());
        try (Refinery refinery = new Refinery(more).holding("kpi", 3).holding("other", 1)) {
            refinery.judge(weighing("other", 100));
            refinery.with(Fault.always(right -> right.by(way)).onFolder("kpi"));

            Report report = refinery.judgeWithin(Duration.ofSeconds(2), weighing("kpi", 300), weighing("other", 100));

            assertThat(report.findings().get(0).text())
                    .contains(
                            "UNKNOWN: could not look (timeout); the run's time of 2 s was up before s3://refined/kpi/");
            assertThat(report.findings().get(1).outcome()).isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    @Survives(Hazard.NOBODY_THERE)
    void names_the_endpoint_where_nobody_listens() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        assertThat(unreachable("http://127.0.0.1:" + port))
                .contains("UNKNOWN: could not look (unreachable); S3 at http://127.0.0.1:" + port
                        + " can't be reached or hangs up; see whether it is up and the port is right");
    }

    @Test
    @Survives(Hazard.NOBODY_THERE)
    void names_the_endpoint_that_has_no_address() {
        assertThat(unreachable("http://lake.invalid"))
                .contains("UNKNOWN: could not look (unreachable); S3 at http://lake.invalid has no address");
    }

    private static String unreachable(String endpoint) {
        Connection connection =
                new Connection(Optional.of(endpoint), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
        try (Lake lake = S3Lake.connect(connection, Clock.systemUTC(), Refinery.PROMPT)) {
            return Lakecheck.on(lake)
                    .at(Refinery.NOW)
                    .run(Suite.of(weighing("kpi", 300)))
                    .findings()
                    .get(0)
                    .text();
        }
    }
}
