// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Connection;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How one run is to be made: what a shell's user says beside the suite. Shells hand over the words as they were
 * written, so that all of them understand the same.
 *
 * @param datasets globs over the names of the datasets to check; empty for all of them
 * @param asOf the moment for which to judge; empty for now
 * @param partition the partition to judge; empty for the newest that is due
 * @param failOn from which outcome on the shell signals trouble
 * @param failIfNoChecks whether it is trouble that no dataset is to be checked
 * @param connection how S3 is reached, where it differs from what the suite says
 * @param concurrency how many partitions are listed at once
 * @param timeout how long looking may take
 * @param waiting how long to wait for what is not there yet, where it differs from what the suite says
 * @param metrics whether metrics are published, where it differs from what the suite says
 * @param apply whether alarms are made as the suite says, not only compared
 * @param prune whether applying also deletes the suite's own alarms that it no longer has
 * @param days how many past days a backtest judges
 * @param location the folder that a suite is to be learned from, as it was written; empty where none is
 * @param zone whose days its folders hold; empty where nobody said it
 */
public record RunSettings(
        List<String> datasets,
        Optional<AsOf> asOf,
        Optional<String> partition,
        FailOn failOn,
        boolean failIfNoChecks,
        Connection connection,
        int concurrency,
        Duration timeout,
        Optional<Duration> waiting,
        Optional<Boolean> metrics,
        boolean apply,
        boolean prune,
        int days,
        Optional<String> location,
        Optional<ZoneId> zone) {

    /** The commas of a list of globs, not those within their braces. */
    private static final Pattern BETWEEN = Pattern.compile(",(?![^{}]*\\})");

    public RunSettings {
        if (timeout.isZero()) {
            throw new IllegalArgumentException("the timeout is longer than nothing; write for instance 10m");
        }
        datasets = List.copyOf(datasets);
    }

    /**
     * Reads what was written.
     *
     * @param source where it was written, for messages: {@code the plugin's configuration}
     * @param written by name; names that are missing have their defaults, and {@code datasets} may name several, with
     *     commas between
     * @param variables the value of a variable; empty where it is not set
     * @throws SuiteProblemsException with everything that is wrong
     */
    public static RunSettings read(
            String source, Map<String, String> written, Function<String, Optional<String>> variables) {
        Origin origin = Origin.of(source);
        List<Block.Entry> entries = new ArrayList<>();
        written.forEach((name, text) -> entries.add(new Block.Entry(
                new Word(name, origin),
                name.equals(RunSettingsWords.DATASETS.name()) ? list(text, origin) : new Word(text, origin))));
        Problems problems = new Problems();
        Optional<BlockValues> values = RunSettingsWords.WORDS.read(
                source, new Block(entries, origin), new ReadContext(problems, new Substitution(variables)));
        Optional<RunSettings> settings = values.filter(all -> problems.size() == 0)
                .flatMap(all -> problems.guard(origin, () -> RunSettingsWords.make(all)));
        problems.refuse();
        return settings.orElseThrow(() -> new IllegalStateException("no settings, and no problem with them"));
    }

    private static Node list(String text, Origin origin) {
        List<Node> words = new ArrayList<>();
        for (String word : BETWEEN.split(text, -1)) {
            words.add(new Word(word.strip(), origin));
        }
        return new Items(words, origin);
    }
}
