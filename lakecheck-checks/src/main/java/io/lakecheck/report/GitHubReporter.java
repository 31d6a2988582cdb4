// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.report.page.MarkdownReport;
import io.lakecheck.report.page.ReportPages;
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
 * A reporter for GitHub Actions. It appends a report to the job summary and annotates the job with the checks that did
 * not pass. Outside GitHub Actions, it does nothing.
 */
public final class GitHubReporter implements Reporter {

    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    /** The maximum size of a step's summary, in bytes. GitHub does not show a larger one. */
    private static final int MAX_BYTES = 1024 * 1024;

    private final Console console;
    private final Function<String, Optional<String>> environment;
    private final ReportPages pages;

    /**
     * @param console the log, which GitHub scans for workflow commands
     * @param environment returns the value of an environment variable, or empty if it is not set
     * @param pages the pages of the run's report, one of which is the summary
     */
    public GitHubReporter(Console console, Function<String, Optional<String>> environment, ReportPages pages) {
        this.console = console;
        this.environment = environment;
        this.pages = pages;
    }

    @Override
    public List<Notice> report(Report report) {
        if (environment.apply("GITHUB_ACTIONS").filter("true"::equals).isPresent()) {
            GitHubAnnotations.of(report).forEach(console::raw);
        }
        return environment
                .apply(SUMMARY)
                .filter(file -> !file.isBlank())
                .flatMap(file -> appendSummary(report, file))
                .stream()
                .toList();
    }

    private Optional<Notice> appendSummary(Report report, String name) {
        try {
            Path file = Path.of(name);
            ByteArrayOutputStream summary = new ByteArrayOutputStream();
            MarkdownReport.write(report, pages, summary);
            summary.write('\n');
            long before = Files.exists(file) ? Files.size(file) : 0;
            if (before + summary.size() > MAX_BYTES) {
                return Optional.of(
                        warning(Display.visible(name) + ": the summary would exceed GitHub's limit of 1 MiB"));
            }
            Files.write(file, summary.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(warning(FileProblem.describe(Path.of(name), e)));
        } catch (InvalidPathException e) {
            return Optional.of(warning(Display.visible(name) + ": invalid path"));
        }
    }

    private static Notice warning(String problem) {
        return new Notice(Notice.Level.WARN, "job summary (" + SUMMARY + ") NOT written to " + problem);
    }
}
