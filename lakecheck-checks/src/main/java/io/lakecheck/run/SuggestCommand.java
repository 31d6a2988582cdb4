// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Location;
import io.lakecheck.report.BacktestConsole;
import io.lakecheck.report.Console;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteReader;
import io.lakecheck.suggest.NothingToSuggestException;
import io.lakecheck.suggest.Suggestion;
import io.lakecheck.survey.Backtest;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Display;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Suggests a suite, judges the past by it, shows both, and writes the suite where that is asked for and nothing is
 * there.
 *
 * @param settings say where to look
 * @param clock tells the time where the settings do not
 * @param console gets the suite, to be copied
 * @param base the folder from which a relative location is found
 * @param file where to write it; empty for nowhere
 */
record SuggestCommand(RunSettings settings, Clock clock, Console console, Path base, Optional<Path> file) {

    /** @throws RunTask.Refused where there is nothing to suggest, or no place to write it to */
    RunResult ruling() {
        Optional<NewFile> target = file.map(NewFile::new);
        target.ifPresent(NewFile::check);
        Location location = location();
        try (Lake lake = new LakeRouter(settings.connection())) {
            Suggestion suggestion = Suggestion.of(
                    lake,
                    location.root(),
                    written(location),
                    settings.source().zone(),
                    now(),
                    settings.listing().timeout());
            Suite suite = SuiteFile.parse("the suggestion", text(suggestion.lines()), folder());
            Optional<Backtest> past = suggestion.end().map(end -> past(lake, end, suite, suggestion));
            List<String> lines = past.map(suggestion::lines).orElseGet(suggestion::lines);
            lines.forEach(console::command);
            past.ifPresent(new BacktestConsole(console)::report);
            target.ifPresent(suiteFile -> console.info(suiteFile.write(text(lines))));
            return past.map(RunResult::on).orElse(RunResult.PASS);
        } catch (NothingToSuggestException e) {
            throw new RunTask.Refused(String.valueOf(e.getMessage()));
        } catch (LakeException e) {
            throw new RunTask.Refused("could not look (" + e.reason() + "): " + e.getMessage());
        }
    }

    private Location location() {
        String said = settings.source()
                .location()
                .orElseThrow(() -> new RunTask.Refused(
                        "it is not said where to look; write for instance lakecheck.location=s3://refined/kpi/"));
        Location location = new SuiteReader(base, name -> Optional.empty()).location(said);
        if (location.period().isPresent()) {
            throw new RunTask.Refused("lakecheck.location has dates, and finding them is what suggest is for; write "
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

    private Backtest past(Lake lake, Instant end, Suite suite, Suggestion suggestion) {
        Backtest past = Lakecheck.on(lake)
                .at(Clock.fixed(end, ZoneOffset.UTC))
                .concurrency(settings.listing().concurrency())
                .timeout(settings.listing().timeout())
                .backtest(suite, suggestion.days());
        return new Backtest(past.at(), past.days(), past.traffic().plus(suggestion.traffic()), past.series());
    }

    /**
     * As it was said where that means the same in the suite; folders below it have names, and no escapes as a
     * {@code file:} address has.
     */
    private String written(Location location) {
        String root = location.root();
        if (root.startsWith("file:")) {
            return slashed(Path.of(URI.create(root)).toString());
        }
        boolean mayStay = folder().equals(base.toAbsolutePath().normalize());
        return mayStay ? slashed(settings.source().location().orElse(root)) : root;
    }

    /** Where the suite is, or is to be pasted. */
    private Path folder() {
        return file.map(Path::toAbsolutePath)
                .flatMap(path -> Optional.ofNullable(path.getParent()))
                .orElse(base.toAbsolutePath())
                .normalize();
    }

    private static String slashed(String text) {
        return text.endsWith("/") ? text : text + "/";
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
