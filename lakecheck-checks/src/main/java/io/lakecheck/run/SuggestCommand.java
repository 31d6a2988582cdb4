// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Location;
import io.lakecheck.report.BacktestPrinter;
import io.lakecheck.report.Console;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteReader;
import io.lakecheck.suggest.NothingToSuggestException;
import io.lakecheck.suggest.Sampling;
import io.lakecheck.suggest.Suggestion;
import io.lakecheck.survey.Backtest;
import io.lakecheck.survey.Progress;
import io.lakecheck.value.Display;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The command that suggests a suite, backtests it, prints both, and writes the suite to a file if one is given.
 *
 * @param settings the run's settings, which include the location to derive the suite from
 * @param clock provides the current time, unless the settings specify a time
 * @param console receives the suite and the backtest
 * @param progress receives the progress; must be thread-safe, because it is called often and from several threads
 * @param base the directory against which relative locations are resolved
 * @param file the file to write the suite to, which must not exist yet; empty to only print the suite
 */
record SuggestCommand(
        RunSettings settings,
        Clock clock,
        Console console,
        Consumer<Progress> progress,
        Path base,
        Optional<Path> file) {

    /** @throws RunRejectedException if no suite can be suggested, or if the file exists or can't be written */
    RunResult run() {
        Optional<NewSuiteFile> target = file.map(NewSuiteFile::new);
        target.ifPresent(NewSuiteFile::requireAbsent);
        Location location = location();
        try (Lake lake = new LakeRouter(settings.connection())) {
            Suggestion suggestion = Suggestion.of(
                    lake,
                    plain(location.root()),
                    inSuite(location),
                    settings.source().zone(),
                    now(),
                    new Sampling(
                            settings.listing().timeout(), settings.listing().concurrency(), progress));
            Suite suite = SuiteFile.parse("the suggestion", text(suggestion.lines()), folder());
            Backtest all = suggestion.backtest(suite);
            List<String> lines = suggestion.lines(all);
            lines.forEach(console::raw);
            if (all.series().isEmpty()) {
                throw new RunRejectedException(
                        "no check can be suggested, because no partition is due yet. The comments"
                                + " above show what was found. Run suggest again when the first partition is due");
            }
            Backtest backtest = Suggestion.suggested(all);
            if (backtest.series().isEmpty()) {
                throw new RunRejectedException(
                        "no check can be suggested, because each would have alerted on more than one in twenty"
                                + " of the past periods. The comments above show what was found");
            }
            new BacktestPrinter(console).print(backtest);
            target.ifPresent(suiteFile -> {
                suiteFile.write(text(lines));
                console.info("suite: " + suiteFile.visiblePath());
            });
            return RunResult.of(all);
        } catch (NothingToSuggestException e) {
            throw RunRejectedException.because(e);
        } catch (LakeException e) {
            throw new RunRejectedException("could not list " + Display.visible(location.root()) + ": " + e.text());
        }
    }

    private Location location() {
        String given = settings.source()
                .location()
                .orElseThrow(() -> new RunRejectedException(
                        "lakecheck.location is not set. Set it to the folder that contains the dated folders,"
                                + " for example -Dlakecheck.location=s3://refined/kpi/"));
        Location location = new SuiteReader(base, name -> Optional.empty()).location(given);
        if (location.period().isPresent()) {
            throw new RunRejectedException(
                    "lakecheck.location contains date placeholders, but suggest detects the dates itself."
                            + " Set lakecheck.location to "
                            + Display.visible(location.root()));
        }
        return location;
    }

    private Instant now() {
        ZoneId zone = settings.source().zone().orElse(ZoneOffset.UTC);
        return settings.selection()
                .asOf()
                .map(asOf -> asOf.offset()
                        .map(asOf.time()::toInstant)
                        .orElseGet(() -> asOf.time().atZone(zone).toInstant()))
                .orElseGet(clock::instant);
    }

    /**
     * Returns the location to write into the suite. A relative location stays relative if the suite file is in the base
     * directory, and becomes absolute otherwise. A {@code file:} URL becomes a path, because a path needs no escaping.
     */
    private String inSuite(Location location) {
        String root = location.root();
        if (root.startsWith("file:")) {
            return plain(root);
        }
        boolean meansTheSame = folder().equals(base.toAbsolutePath().normalize());
        return meansTheSame ? withSlash(settings.source().location().orElse(root)) : root;
    }

    private static String plain(String root) {
        return root.startsWith("file:") ? withSlash(Path.of(URI.create(root)).toString()) : root;
    }

    /** Returns the suite file's directory, or the base directory if the suite is only printed. */
    private Path folder() {
        return file.map(Path::toAbsolutePath)
                .flatMap(path -> Optional.ofNullable(path.getParent()))
                .orElse(base.toAbsolutePath())
                .normalize();
    }

    private static String withSlash(String text) {
        return text.endsWith("/") ? text : text + "/";
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
