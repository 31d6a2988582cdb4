// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.Traffic;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.suggest.NothingToSuggestException;
import io.lakecheck.suggest.Sampling;
import io.lakecheck.suggest.Suggestion;
import io.lakecheck.survey.Lakecheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The suite that lakecheck suggests for a lake.
 *
 * @param lines the suite in YAML with its comments, or the message if there is nothing to suggest
 * @param datasets the datasets, with the members that are found in the lake; empty if all checks are commented out
 * @param traffic the requests that were sent for the suggestion
 */
record SuggestedSuite(List<String> lines, List<Dataset> datasets, Traffic traffic) {

    private static final String ROOT = "s3://lake/";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    static SuggestedSuite of(Lake lake, Instant now) {
        Optional<ZoneId> zone = Optional.of(ZoneOffset.UTC);
        try {
            Suggestion suggestion = Suggestion.of(lake, ROOT, ROOT, zone, now, Sampling.within(LIMIT));
            List<String> lines = suggestion.lines(suggestion.backtest(parse(suggestion.lines())));
            return new SuggestedSuite(lines, datasets(lines, lake, now), suggestion.traffic());
        } catch (NothingToSuggestException e) {
            return new SuggestedSuite(List.of("# " + e.getMessage()), List.of(), new Traffic(0, 0, 0));
        }
    }

    private static List<Dataset> datasets(List<String> lines, Lake lake, Instant now) {
        try {
            Suite suite = parse(lines);
            return Lakecheck.on(lake)
                    .at(Clock.fixed(now, ZoneOffset.UTC))
                    .run(suite)
                    .suite()
                    .datasets();
        } catch (SuiteProblemsException allChecksAreComments) {
            return List.of();
        }
    }

    private static Suite parse(List<String> lines) {
        return SuiteFile.parse("the suggestion", String.join("\n", lines) + "\n", Path.of("."));
    }

    /** Returns whether a comment, or the message, contains a text. */
    boolean mentions(String text) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith("#"))
                .anyMatch(line -> line.contains(text));
    }
}
