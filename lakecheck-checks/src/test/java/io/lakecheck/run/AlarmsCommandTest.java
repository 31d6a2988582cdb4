// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.report.RecordingConsole;
import io.lakecheck.s3.LocalStackServer;
import io.lakecheck.s3.NeedsLocalStack;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Tests the output and the result of the command. Each test uses its own prefix. */
@NeedsLocalStack
class AlarmsCommandTest {

    private final String prefix = "lake-" + UUID.randomUUID();
    private final RecordingConsole console = RecordingConsole.plain();
    private final List<String> lines = console.lines;
    private final LocalStackServer server;

    @TempDir
    Path folder;

    AlarmsCommandTest(LocalStackServer server) {
        this.server = server;
    }

    @AfterEach
    void deleteAlarms() {
        try (CloudWatchClient cloudWatch = CloudWatchClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(LocalStackServer.REGION))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            cloudWatch.deleteAlarms(delete -> delete.alarmNames(
                    cloudWatch.describeAlarms(describe -> describe.alarmNamePrefix(prefix)).metricAlarms().stream()
                            .map(MetricAlarm::alarmName)
                            .toList()));
        }
    }

    @Test
    void deletes_only_if_prune_is_set() {
        assertThat(keep(prefix, "kpi", Map.of("apply", "true"))).isEqualTo(RunResult.PASS);
        assertThat(lines).endsWith("I 5 to create, 0 to update, 0 to delete, 0 up to date", "I all changes applied");

        assertThat(keep(prefix, "leads", Map.of("apply", "true"))).isEqualTo(RunResult.PASS);
        assertThat(lines)
                .endsWith(
                        "I 5 to create, 0 to update, 5 to delete, 0 up to date",
                        "I all changes applied except deletions. Set lakecheck.prune=true to delete obsolete alarms.");

        assertThat(keep(prefix, "leads", Map.of("apply", "true", "prune", "true")))
                .isEqualTo(RunResult.PASS);
        assertThat(lines)
                .contains("I - " + prefix + "-kpi-silent: no longer in the suite")
                .endsWith("I 0 to create, 0 to update, 5 to delete, 5 up to date", "I all changes applied");

        keep(prefix, "leads", Map.of());
        assertThat(lines).endsWith("I 0 to create, 0 to update, 0 to delete, 5 up to date");
    }

    @Test
    void fails_if_the_names_are_taken() {
        keep(prefix + "-kpi", "daily", Map.of("apply", "true"));

        RunResult result = keep(prefix, "kpi-daily", Map.of("apply", "true", "prune", "true"));

        assertThat(result.signal()).isEqualTo(Signal.BROKEN);
        assertThat(result.message()).startsWith("5 alarms NOT applied").contains("'" + prefix + "'");
        assertThat(lines).anyMatch(line -> line.startsWith("W alarm " + prefix + "-kpi-daily-absent already exists"));
        keep(prefix + "-kpi", "daily", Map.of());
        assertThat(lines).endsWith("I 0 to create, 0 to update, 0 to delete, 5 up to date");
    }

    private RunResult keep(String named, String dataset, Map<String, String> settings) {
        Path file = write("""
                cloudwatch: { namespace: X, endpoint: "%s", region: eu-west-1, alarms: { prefix: %s } }
                datasets: { %s: { location: "s3://b/{date}/", checks: [ size: { min: 1 } ] } }
                """.formatted(server.endpoint(), named, dataset));
        return new AlarmsCommand(
                        SuiteFile.read(file, name -> Optional.empty()),
                        RunSettings.read("the settings", settings, name -> Optional.empty()),
                        console)
                .run();
    }

    private Path write(String yaml) {
        try {
            return Files.writeString(folder.resolve("lakecheck.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
