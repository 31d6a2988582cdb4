// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Sentences;
import io.lakecheck.report.RecordingConsole;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the texts of commands' results, and the lines that commands print themselves. */
class RunSentencesTest {

    private static final String SUITE = """
            datasets:
              kpi: { location: "lake/kpi/{date}/", checks: [ size: { min: 1 } ] }
              leads: { location: "lake/leads/{date}/", checks: [ size: { min: 1 } ] }
            """;

    private static final String METRICS =
            "cloudwatch: { namespace: Lake/Checks, endpoint: \"http://localhost:1\", region: eu-west-1, enabled: false }\n";

    @TempDir
    Path folder;

    private final RecordingConsole console = RecordingConsole.plain();
    private final Sentences sentences = new Sentences();

    @Test
    void sentences_are_as_pinned() throws IOException {
        selections();
        suggestions();
        alarms();
        dashboards();
        deployments();
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/kpi"), "a file");
        Files.writeString(folder.resolve("lake/leads"), "a file");
        sentences.add(
                "two unreadable datasets",
                message(commands(SUITE, Map.of()).verify(folder.resolve("out"), progress -> {}))
                        .replaceFirst("(?<=UNKNOWN: ).*(?= \\()", "VERDICT"));
        sentences.check("run");
    }

    private void selections() {
        sentences
                .add(
                        "unknown dataset",
                        message(commands(SUITE, Map.of("datasets", "leads, kip"))
                                .plan()))
                .add("unknown dataset, allowed", printed(Map.of("datasets", "kip", "failIfNoChecks", "false")))
                .add(
                        "metrics without a namespace",
                        message(commands(SUITE, Map.of("metrics", "true")).plan()))
                .add(
                        "backtest of a partition",
                        message(commands(SUITE, Map.of("partition", "2026-01-02"))
                                .backtest(folder.resolve("out"))));
    }

    private String printed(Map<String, String> settings) {
        console.lines.clear();
        commands(SUITE, settings).plan();
        return String.join("\n", console.lines).strip();
    }

    private void suggestions() throws IOException {
        Path file = Files.writeString(folder.resolve("existing.yml"), "mine");
        Path data = folder.resolve("data/dt=2026-01-01/part-0");
        Files.createDirectories(data.getParent());
        Files.writeString(data, "x");
        Map<String, String> location = Map.of("location", "data");
        sentences
                .add("no location", suggest(Map.of(), Optional.empty()))
                .add("dated location", suggest(Map.of("location", "data/dt={date}/"), Optional.empty()))
                .add("existing suite", suggest(location, Optional.of(file)))
                .add("suite in a missing directory", suggest(location, Optional.of(folder.resolve("a/b.yml"))));
        CaseLake lake = new CaseLake(folder);
        CaseLake.days(60, day -> {
            if (day.toEpochDay() * 31 % 13 > 1) { // without any rhythm
                lake.put("sparse/dt=" + day + "/part-0", 9, day.plusDays(1) + "T03:00:00Z");
            }
        });
        sentences.add(
                "no check can be suggested",
                suggest(Map.of("location", "sparse/", "asOf", "2026-02-01T12:00"), Optional.empty()));
        sentences.add(
                "no partition is due yet",
                suggest(Map.of("location", "data", "asOf", "2026-01-01T12:00"), Optional.empty()));
    }

    private String suggest(Map<String, String> settings, Optional<Path> file) {
        return message(commands(SUITE, settings).suggest(folder, file, progress -> {}));
    }

    private void alarms() {
        console.lines.clear();
        commands(METRICS + SUITE, Map.of()).alarms();
        sentences
                .add("alarms without data", String.join("\n", console.lines))
                .add(
                        "alarms of some datasets",
                        message(commands(METRICS + SUITE, Map.of("datasets", "kpi"))
                                .alarms()));
    }

    private void dashboards() {
        console.lines.clear();
        commands(METRICS + SUITE, Map.of("format", "cloudwatch")).dashboard(folder.resolve("out"));
        sentences
                .add("dashboard", String.join("\n", console.lines).replace(folder.toString(), "DIR"))
                .add(
                        "dashboard without metrics",
                        message(commands(SUITE, Map.of()).dashboard(folder.resolve("out"))))
                .add(
                        "dashboard of some datasets",
                        message(commands(METRICS + SUITE, Map.of("datasets", "kpi"))
                                .dashboard(folder.resolve("out"))));
        console.lines.clear();
        String open =
                "  orders: { location: \"lake/{tenant}/{date}/\", each: { tenant: \"*\" }, checks: [ size: { min: 1 } ] }\n";
        commands(METRICS + SUITE + open, Map.of("format", "grafana")).dashboard(folder.resolve("out"));
        sentences.add("dashboard without names found in the lake", console.lines.get(0));
    }

    private void deployments() {
        console.lines.clear();
        commands(SUITE.replace("lake/", "s3://refined/"), Map.of()).deployment(folder.resolve("out"));
        sentences
                .add("deployment", String.join("\n", console.lines).replace(folder.toString(), "DIR"))
                .add(
                        "deployment of data on a disk",
                        message(commands(SUITE, Map.of()).deployment(folder.resolve("out"))))
                .add(
                        "deployment of some datasets",
                        message(commands(SUITE, Map.of("datasets", "kpi")).deployment(folder.resolve("out"))));
    }

    private String message(RunResult result) {
        return result.message().replace(folder.toString(), "DIR");
    }

    private Commands commands(String yaml, Map<String, String> settings) {
        return new Commands(
                "lakecheck.yml",
                () -> SuiteFile.read(write(yaml), name -> Optional.empty()),
                () -> RunSettings.read("the settings", settings, name -> Optional.empty()),
                Clock.fixed(Instant.parse("2026-01-03T07:00:00Z"), ZoneOffset.UTC),
                console,
                name -> Optional.empty());
    }

    private Path write(String yaml) {
        try {
            return Files.writeString(folder.resolve("lakecheck.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
