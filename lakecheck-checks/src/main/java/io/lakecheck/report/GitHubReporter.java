// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.report.page.MarkdownReport;
import io.lakecheck.value.Display;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows a run on GitHub's page of the build it is part of: as the job's summary, and what broke as annotations. Silent
 * elsewhere.
 */
public final class GitHubReporter implements Reporter {

    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    /** Of a step's whole summary. GitHub shows none of one that is larger. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final Console console;
    private final Function<String, Optional<String>> environment;
    private final String suite;

    /**
     * @param console whose lines GitHub reads
     * @param environment the value of an environment variable; empty where it is not set
     * @param suite what people call the suite: {@code lakecheck.yml}
     */
    public GitHubReporter(Console console, Function<String, Optional<String>> environment, String suite) {
        this.console = console;
        this.environment = environment;
        this.suite = suite;
    }

    @Override
    public List<Notice> report(Report report) {
        if (environment.apply("GITHUB_ACTIONS").filter("true"::equals).isPresent()) {
            Annotations.of(report).forEach(console::command);
        }
        return environment.apply(SUMMARY).filter(file -> !file.isBlank()).flatMap(file -> append(report, file)).stream()
                .toList();
    }

    private Optional<Notice> append(Report report, String name) {
        try {
            Path file = Path.of(name);
            ByteArrayOutputStream summary = new ByteArrayOutputStream();
            MarkdownReport.write(report, suite, summary);
            summary.write('\n');
            long before = Files.exists(file) ? Files.size(file) : 0;
            if (before + summary.size() > MOST_BYTES) {
                return Optional.of(trouble("the step's summary would be larger than GitHub shows (1 MiB)"));
            }
            Files.write(file, summary.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.of(trouble(Display.visible(String.valueOf(e.getMessage()))));
        }
    }

    private static Notice trouble(String why) {
        return new Notice(Notice.Level.WARN, "summary NOT shown on GitHub: " + SUMMARY + ": " + why);
    }
}
