// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Applies the example with an alarm that is older than lakecheck, and lets the function's metric change its state. */
class ExistingAlarmOnLocalStackTest {

    private static final String SUITE = """
            cloudwatch: { namespace: ATUK/Lambda }
            datasets:
              kpi-daily:
                location: s3://refined/kpi/dt={date}/
                checks: [ recency: { marker: _SUCCESS }, size: { min: 195 kB } ]
            """;

    @TempDir
    static Path folder;

    private static LambdaServer server;
    private static DeployedLake lake;
    private static Terraform terraform;

    @BeforeAll
    static void apply() throws IOException {
        Terraform.require();
        LambdaServer.require("the alarm that existed before lakecheck");
        server = LambdaServer.shared();
        lake = new DeployedLake(server, "refined");
        terraform = lake.terraform(folder, SUITE, "examples/existing-alarms");
        terraform.run("init", "-input=false");
        terraform.run("apply", "-auto-approve", "-input=false");
    }

    @AfterAll
    static void destroy() {
        if (terraform != null) {
            terraform.run("destroy", "-auto-approve", "-input=false");
            lake.close();
        }
    }

    private static void run(int bytes) {
        LocalDate day =
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).minusDays(1);
        lake.put("kpi/dt=" + day + "/part-0", bytes);
        lake.put("kpi/dt=" + day + "/_SUCCESS", 0);
        assertThat(server.invoke("lakecheck", "{}").functionError()).isNull();
    }

    @Test
    void the_metric_of_the_function_changes_the_state_of_the_alarm() {
        MetricAlarm alarm = lake.alarm("TotalFileSize");
        assertThat(alarm.namespace()).isEqualTo("ATUK/Lambda");
        assertThat(alarm.metricName()).isEqualTo("TotalFileSize");
        assertThat(alarm.statistic()).isEqualTo(Statistic.AVERAGE);
        assertThat(alarm.threshold()).isEqualTo(195_000);
        assertThat(alarm.period()).isEqualTo(300);
        assertThat(alarm.dimensions())
                .extracting(Dimension::name, Dimension::value)
                .containsExactlyInAnyOrder(
                        tuple("BucketName", "refined"), tuple("Key", "kpi/"), tuple("FunctionName", "file_size_check"));

        run(200_000);
        lake.awaitState("TotalFileSize", StateValue.OK);
        run(100_000);
        lake.awaitState("TotalFileSize", StateValue.ALARM);
    }
}
