// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Reporter;
import io.lakecheck.Text;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder that a run's report files go to. Each file appears whole or not at all: it is written beside its place and then moved
 * there, so runs that share a folder can't mix and the last one wins.
 */
public final class ReportFolder {

    /** Writes one file's content. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static final List<String> FILES = List.of(
            JsonReporter.FILE, JUnitXmlReporter.FILE, HtmlReporter.FILE, HtmlReporter.STYLES, SummaryReporter.FILE);

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
     * @throws UncheckedIOException where one can't be copied; the message says which
     */
    public void copyTo(Path target) {
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
     * @throws UncheckedIOException where one can't be deleted; the message says what to do
     */
    public void clear() {
        refuseStrangers();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                if (Files.isDirectory(folder)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the report of an earlier run can't be deleted: " + trouble(file, e) + "; delete it", e);
            }
        }
    }

    /** Other people's pages have such names too: those are ours that lie beside a report that only we write. */
    private void refuseStrangers() {
        boolean isOurs = Stream.of(JsonReporter.FILE, JUnitXmlReporter.FILE)
                .map(folder::resolve)
                .anyMatch(Files::exists);
        Optional<Path> stranger =
                FILES.stream().map(folder::resolve).filter(Files::exists).findFirst();
        if (!isOurs && stranger.isPresent()) {
            throw new UncheckedIOException(
                    Text.visible(stranger.get().toString())
                            + " is no report of lakecheck, and would be lost; name another folder"
                            + " (lakecheck.reportDirectory)",
                    new FileAlreadyExistsException(stranger.get().toString()));
        }
    }

    /** Writes a file. Where that is not possible the notice fails the build: whoever reads reports must not miss this one. */
    Notice write(String name, Content content) {
        Path file = folder.resolve(name);
        Path draft = folder.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(folder);
            try {
                fill(draft, content);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
            return new Notice(Notice.Level.INFO, "report: " + Text.visible(file.toString()));
        } catch (IOException e) {
            return new Notice(
                    Notice.Level.FAIL,
                    "report NOT written: " + trouble(file, e)
                            + "; make room there or name another folder (lakecheck.reportDirectory)");
        }
    }

    private static void fill(Path draft, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.to(out);
            out.flush();
            // A disk that is full may say so only here.
            channel.force(true);
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
