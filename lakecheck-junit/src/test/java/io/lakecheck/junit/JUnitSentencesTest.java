// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lakecheck.Report;
import io.lakecheck.Sentences;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** Pins the messages of this module. Those of verdicts and of the suite language are pinned in other modules. */
class JUnitSentencesTest {

    private static final Docker UNAVAILABLE = image -> Optional.of("Docker is not available");

    private final Sentences sentences = new Sentences();

    @Test
    void messages_are_as_reviewed() {
        addMistakes();
        addServers();
        addRequirements();
        addSeeds();
        addFailures();

        sentences.check("junit");
    }

    private void addMistakes() {
        for (String method : new String[] {
            "nothing_set",
            "both",
            "dataset_of_nothing",
            "no_value",
            "no_match",
            "same_name",
            "no_checks",
            "no_limit",
            "no_age",
            "unknown_variable",
            "several_mistakes",
            "names_in_the_lake"
        }) {
            add("@LakeCheck: " + method.replace('_', ' '), Run.of(MistakesTest.Mistakes.class, method));
        }
        add("parameter: unknown", Run.of(TestArgumentsTest.Mistakes.class, "has_no_such_parameter"));
        add("parameter: none", Run.of(TestArgumentsTest.Mistakes.class, "has_no_parameters"));
        sentences.add(
                "@LakeCheck: no such suite",
                String.valueOf(Run.of(MistakesTest.Mistakes.class, "no_such_suite")
                                .failure()
                                .getMessage())
                        .replace(Path.of("").toAbsolutePath().toString(), "<working directory>"));
        add("nothing checked", Run.of(NothingJudgedTest.Cases.class, "has_no_history"));
        add("skipped", Run.of(NothingJudgedTest.Strict.class, "passes_and_skips"));
        add("@LakeCheckTest: no checks", Run.of(LakeCheckTestTest.Bare.class));
        Throwable unresolved = Run.of(Cases.class, "no_checks").failure();
        sentences.add(
                "Report parameter: no checks",
                String.valueOf(requireNonNull(unresolved.getCause()).getMessage()));
    }

    private void addServers() {
        add("backend: unknown", () -> choose("minio", ""));
        add("backend: no endpoint", () -> choose("endpoint", ""));
        add("endpoint: AWS", () -> EndpointServer.at("https://s3.eu-west-1.amazonaws.com"));
        add("endpoint: invalid", () -> EndpointServer.at("localhost"));
        add("library: missing", () -> new OptionalLibrary("no.such.Type", "<dependency/>").require("LocalStack"));
        try (EmbeddedServer server = EmbeddedServer.start()) {
            sentences.add("server: embedded", server.toString());
        }
        sentences.add(
                "server: endpoint", EndpointServer.at("http://localhost:4566").toString());
        sentences.add(
                "reason: endpoint", choose("auto", "http://localhost:4566").reason());
        sentences.add(
                "reason: Docker",
                ServerChoice.of(Backend.AUTO, "", JUnitSettings.ofProcess(), image -> Optional.empty())
                        .reason());
    }

    private void addRequirements() {
        add("SDK: too old", () -> {
            throw Requirements.tooOld("AWS SDK 2.30", Requirements.class, "software.amazon.awssdk:bom");
        });
        try (RunningLake lake = new RunningLake(EmbeddedServer.start())) {
            add("S3AsyncClient: no HTTP client", () -> AsyncClient.of(lake));
        }
    }

    private void addSeeds() {
        for (String method : new String[] {
            "unknown_dataset",
            "several_datasets",
            "no_dataset",
            "no_marker",
            "too_large",
            "no_files",
            "no_address",
            "no_directory"
        }) {
            add("seed: " + method.replace('_', ' '), Run.of(Cases.class, method));
        }
    }

    private void addFailures() {
        Throwable several =
                Run.of(CheckOutcomesTest.Verdicts.class, "several_are_broken").failure();
        sentences.add(
                "failure: several",
                String.valueOf(several.getMessage()).lines().findFirst().orElseThrow());
    }

    private static ServerChoice choose(String backend, String endpoint) {
        JUnitSettings settings = new JUnitSettings(
                name -> Optional.of(
                                name.equals("lakecheck.backend")
                                        ? backend
                                        : name.equals("lakecheck.endpoint") ? endpoint : "")
                        .filter(value -> !value.isEmpty()),
                name -> Optional.empty());
        return ServerChoice.of(Backend.AUTO, "", settings, UNAVAILABLE);
    }

    private void add(String name, Run run) {
        sentences.add(name, String.valueOf(run.failure().getMessage()));
    }

    private void add(String name, ThrowingCallable action) {
        sentences.add(name, String.valueOf(catchThrowable(action).getMessage()));
    }

    @LocalLake
    static class Cases {

        @Test
        void no_checks(Report report) {}

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void unknown_dataset(LakeSeed lake) {
            lake.dataset("leads");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        @LakeCheck(location = "s3://refined/leads/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void several_datasets(LakeSeed lake) {
            lake.partition("2026-01-02");
        }

        @Test
        void no_dataset(S3Client s3, LakeSeed lake) {
            lake.history(30);
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void no_marker(LakeSeed lake) {
            lake.partition("2026-01-02").sized("1 kB").sealedAt("2026-01-03T03:00");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void too_large(LakeSeed lake) {
            lake.partition("2026-01-02").sized("1 GB");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void no_files(LakeSeed lake) {
            lake.partition("2026-01-02").sized("1 kB", 0);
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void no_address(LakeSeed lake) {
            lake.file("refined/kpi", "1 kB");
        }

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void no_directory(LakeSeed lake) {
            lake.directory(Path.of("/no/such/directory"), "s3://refined/kpi/");
        }
    }
}
