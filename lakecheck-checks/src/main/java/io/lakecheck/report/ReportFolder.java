// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Reporter;
import io.lakecheck.report.page.ReportPages;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directory for a run's report files. Each file appears either complete or not at all (see {@link AtomicFile}). If
 * several runs share a directory, the last one to write a file wins.
 */
public final class ReportFolder {

    private static final List<String> FILES = List.of(
            JsonReporter.FILE, JUnitXmlReporter.FILE, HtmlReporter.FILE, HtmlReporter.STYLES, SummaryReporter.FILE);

    private final Path folder;

    public ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns one reporter for each report file.
     *
     * @param pages the pages of the run's report, which several files show
     */
    public List<Reporter> reporters(ReportPages pages) {
        return List.of(
                new JsonReporter(this),
                new JUnitXmlReporter(this),
                new HtmlReporter(this, pages),
                new SummaryReporter(this, pages));
    }

    /**
     * Returns the outcome of each dataset in the previous run by name, or empty if that run's report is missing or
     * can't be read.
     */
    public Optional<Map<String, Outcome>> previousOutcomes() {
        return PreviousOutcomes.read(folder.resolve(JsonReporter.FILE));
    }

    /** Returns whether the directory contains an HTML report. */
    public boolean hasPage() {
        return Files.isRegularFile(folder.resolve(HtmlReporter.FILE));
    }

    /**
     * Copies the report files to another directory.
     *
     * @throws UncheckedIOException if a report can't be copied, or would replace a file that lakecheck did not write;
     *     the message names the file
     */
    public void copyTo(Path target) {
        FILES.forEach(new ReportLocation(target)::requireOwn);
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                if (Files.isRegularFile(file)) {
                    Files.createDirectories(target);
                    Files.copy(file, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "report NOT copied to " + FileProblem.describe(target.resolve(name), e) + ". "
                                + FileProblem.remedy(e) + ".",
                        e);
            }
        }
    }

    /**
     * Deletes the reports of earlier runs. Call this before the lake is listed: if the run is then killed, an old
     * report can't be mistaken for the report of this run.
     *
     * @throws UncheckedIOException if a report can't be deleted or was not written by lakecheck, or if the directory is
     *     not writable; the message names the remedy
     */
    public void clear() {
        ReportLocation location = new ReportLocation(folder);
        location.requireWritable();
        FILES.forEach(location::requireOwn);
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "could not delete the previous report " + FileProblem.describe(file, e)
                                + ". Delete it, or set lakecheck.reportDirectory to another directory.",
                        e);
            }
        }
        deleteLeftovers();
    }

    private void deleteLeftovers() {
        try {
            AtomicFile.deleteLeftovers(folder, ReportLocation.MARKS.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not list the report directory " + FileProblem.describe(folder, e)
                            + ". Set lakecheck.reportDirectory to another directory.",
                    e);
        }
    }

    /**
     * Writes a file that is generated from the suite alone, such as a dashboard, replacing an earlier version.
     *
     * @param mark a string in the first 2 kB of every version; an existing file is replaced only if it contains this
     *     string
     * @return a notice with the file's path or, if it could not be written, the reason
     * @throws UncheckedIOException if the directory is not writable, or if the file would replace one that lakecheck
     *     did not write; the message names the remedy
     */
    public Notice replace(String name, String mark, AtomicFile.Content content) {
        ReportLocation location = new ReportLocation(folder);
        location.requireWritable();
        location.requireOwn(name, mark);
        return write(name, content);
    }

    /**
     * Writes a report file and returns a notice. If writing fails, the notice fails the build, because people rely on
     * the report.
     */
    Notice write(String name, AtomicFile.Content content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            AtomicFile.write(file, content);
            return new Notice(Notice.Level.INFO, "report: " + Display.visible(file.toString()));
        } catch (IOException e) {
            return new Notice(
                    Notice.Level.FAIL,
                    "report NOT written to " + FileProblem.describe(file, e) + ". " + FileProblem.remedy(e)
                            + ", or set lakecheck.reportDirectory to another directory.");
        }
    }
}
