// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Reporter;
import io.lakecheck.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that a run's report files go to. Each file appears whole or not at all: it is written beside its place and then moved
 * there, so runs that share a folder can't mix and the last one wins.
 */
public final class ReportFolder {

    private static final List<String> FILES = List.of(
            JsonReporter.FILE, JUnitXmlReporter.FILE, HtmlReporter.FILE, HtmlReporter.STYLES, SummaryReporter.FILE);

    /** What stands at the head of each file that we write, and of nobody else's: such names are anybody's. */
    private static final Map<String, String> MARKS = Map.of(
            JsonReporter.FILE, JsonReporter.MARK,
            JUnitXmlReporter.FILE, JUnitXmlReporter.MARK,
            HtmlReporter.FILE, HtmlReporter.MARK,
            HtmlReporter.STYLES, HtmlReporter.STYLES_MARK,
            SummaryReporter.FILE, SummaryReporter.MARK,
            BacktestJson.FILE, BacktestJson.MARK);

    private static final int HEAD = 2048;

    private final Path folder;

    public ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * One reporter for each report.
     *
     * @param suite what people call the suite: {@code lakecheck.yml}
     */
    public List<Reporter> reporters(String suite) {
        return List.of(
                new JsonReporter(this),
                new JUnitXmlReporter(this),
                new HtmlReporter(this, suite),
                new SummaryReporter(this, suite));
    }

    /** How each dataset ended in the run whose report lies here; empty where none does that can be read. */
    public Optional<Map<String, Outcome>> lastOutcomes() {
        return LastRun.outcomes(folder.resolve(JsonReporter.FILE));
    }

    /** Whether a page lies here that people can look at. */
    public boolean holdsPage() {
        return Files.isRegularFile(folder.resolve(HtmlReporter.FILE));
    }

    /**
     * Copies the reports that lie here.
     *
     * @throws UncheckedIOException where one can't be copied, or would take the place of somebody else's file; the message says which
     */
    public void copyTo(Path target) {
        FILES.forEach(new ReportFolder(target)::refuseStranger);
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                if (Files.isRegularFile(file)) {
                    Files.createDirectories(target);
                    Files.copy(file, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("a report can't be copied: " + trouble(target.resolve(name), e), e);
            }
        }
    }

    /**
     * Takes away what earlier runs wrote, before this one does anything else: if it dies, no old report looks like its own.
     *
     * @throws UncheckedIOException where one can't be deleted or is somebody else's; the message says what to do
     */
    public void clear() {
        FILES.forEach(this::refuseStranger);
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the report of an earlier run can't be deleted: " + trouble(file, e) + "; delete it", e);
            }
        }
        sweep();
    }

    private void sweep() {
        try {
            Draft.sweep(folder, MARKS.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder can't be read: " + trouble(folder, e), e);
        }
    }

    /**
     * Refuses to lose somebody else's file.
     *
     * @throws UncheckedIOException where the one of this name is; the message says what to do
     */
    void refuseStranger(String name) {
        Path file = folder.resolve(name);
        if (Files.exists(file) && !isOurs(file)) {
            throw new UncheckedIOException(
                    Text.visible(file.toString())
                            + " is no report of lakecheck, and would be lost; name another folder"
                            + " (lakecheck.reportDirectory)",
                    new FileAlreadyExistsException(file.toString()));
        }
    }

    private static boolean isOurs(Path file) {
        String mark = MARKS.getOrDefault(file.getFileName().toString(), "");
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(mark);
        } catch (NoSuchFileException gone) {
            // Another run is clearing up.
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Writes a file. Where that is not possible the notice fails the build: whoever reads reports must not miss this one. */
    Notice write(String name, Draft.Content content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Draft.write(file, content);
            return new Notice(Notice.Level.INFO, "report: " + Text.visible(file.toString()));
        } catch (IOException e) {
            return new Notice(
                    Notice.Level.FAIL,
                    "report NOT written: " + trouble(file, e)
                            + "; make room there or name another folder (lakecheck.reportDirectory)");
        }
    }

    private static String trouble(Path file, IOException e) {
        String why = e instanceof AccessDeniedException
                ? "access denied"
                : e instanceof FileAlreadyExistsException
                        ? "a file is where the folder should be"
                        : Text.visible(String.valueOf(e.getMessage()));
        return Text.visible(file.toString()) + " (" + why + ")";
    }
}
