// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.LakeException;
import io.lakecheck.report.ReportFolder;
import io.lakecheck.report.page.ReportPages;
import io.lakecheck.s3.S3Folder;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder in S3 that contains the reports of all runs. If a report can't be written, the run fails. */
public final class ReportStore implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String JSON = "lakecheck.json";

    /** The maximum size, in bytes, of a previous report to read. A larger one is ignored. */
    private static final int LIMIT = 64 << 20;

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "md", "text/markdown; charset=utf-8");

    private final S3Folder folder;
    private final Path work;

    private ReportStore(S3Folder folder, Path work) {
        this.folder = folder;
        this.work = work;
    }

    /**
     * Returns a store for reports. Sends no requests yet.
     *
     * @param address the S3 URI of a folder, such as {@code s3://bucket/lakecheck/}
     * @throws RunRejectedException if the URI is invalid
     */
    public static ReportStore at(String address) {
        try {
            return new ReportStore(
                    S3Folder.at(address, Connection.DEFAULT), Files.createTempDirectory("lakecheck-reports"));
        } catch (LakeException e) {
            throw new RunRejectedException("LAKECHECK_REPORTS: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory can be created: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the outcome of each dataset in the latest run with the given scope, by the dataset's name. Returns empty
     * if no run with this scope is stored or its report can't be read.
     *
     * @param scope the subfolder of {@code latest/} in which runs with this scope are stored, ending with a slash; an
     *     empty string for runs of the whole suite
     */
    public Optional<Map<String, Outcome>> previousOutcomes(String scope) {
        try {
            Optional<S3Folder.Content> content = folder.read("latest/" + scope + JSON, LIMIT);
            if (content.isEmpty()) {
                return Optional.empty();
            }
            Files.write(work.resolve(JSON), content.get().bytes());
            return new ReportFolder(work).previousOutcomes();
        } catch (LakeException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Returns a reporter that writes the HTML page, the summary and the JSON file to a folder that is named after the
     * run's time.
     *
     * @param suiteName the suite's name in the reports
     * @param scope the subfolder of the run's folder to write to, ending with a slash; an empty string for the run's
     *     folder itself
     * @param latest the subfolder of {@code latest/} to write a second copy to, or empty to write none
     */
    public Reporter reporter(String suiteName, String scope, Optional<String> latest) {
        return report -> {
            ReportFolder local = new ReportFolder(work);
            local.clear();
            List<Notice> failures = local.reporters(new ReportPages(suiteName)).stream()
                    .flatMap(reporter -> reporter.report(report).stream())
                    .filter(notice -> notice.level() != Notice.Level.INFO)
                    .toList();
            return failures.isEmpty() ? upload(report, scope, latest) : failures;
        };
    }

    private List<Notice> upload(Report report, String scope, Optional<String> latest) {
        String own = TIME.format(report.at()) + "/" + scope;
        try {
            for (Path file : files()) {
                String name = file.getFileName().toString();
                byte[] content = Files.readAllBytes(file);
                for (String target : Stream.concat(
                                Stream.of(own), latest.stream().map("latest/"::concat))
                        .toList()) {
                    folder.write(target + name, content, TYPES.getOrDefault(extension(name), ""));
                }
            }
            return List.of(new Notice(Notice.Level.INFO, "reports: " + Display.visible(folder.address(own))));
        } catch (LakeException | IOException e) {
            return List.of(new Notice(
                    Notice.Level.FAIL,
                    "reports NOT written to " + Display.visible(folder.address(own)) + ": " + e.getMessage()));
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(work)) {
            all.filter(file -> TYPES.containsKey(extension(file.getFileName().toString())))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * Returns the results of a run's shards, which are stored in the same folder as the reports.
     *
     * @param run the name of the run: up to 80 letters, digits, dashes and underscores
     */
    public ShardStore shards(String run) {
        return new ShardStore(folder, run);
    }

    /** Returns claims that are stored in the same folder as the reports. */
    public Claims claims() {
        return new StoredClaims(folder);
    }

    @Override
    public void close() {
        folder.close();
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(work);
        } catch (IOException left) {
            // Leaving temporary files does no harm: they are deleted together with the function's execution
            // environment.
        }
    }
}
