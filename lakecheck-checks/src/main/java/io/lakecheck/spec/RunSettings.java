// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.DashboardFormat;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings for one run, which the user of a front end (Maven or JUnit) sets in addition to the suite. Front ends
 * pass the values on as unparsed strings, so that all of them accept the same syntax.
 *
 * @param selection which datasets to check, and at which time or for which partition
 * @param failure the conditions under which the run fails
 * @param connection the connection settings for S3, which override the suite's
 * @param listing the limits for listing the lake
 * @param metrics whether to publish metrics to CloudWatch, and the format of a generated dashboard
 * @param alarms the changes that may be made to CloudWatch alarms
 * @param source the folder to suggest a suite for
 */
public record RunSettings(
        Selection selection,
        Failure failure,
        Connection connection,
        Listing listing,
        MetricsSettings metrics,
        AlarmChanges alarms,
        Source source) {

    /** A comma that is not inside braces or brackets. */
    private static final Pattern BETWEEN_GLOBS = Pattern.compile(",(?![^{}]*\\})(?![^\\[\\]]*])");

    /**
     * Which datasets to check, and at which time or for which partition.
     *
     * @param datasets globs for dataset names; empty for all datasets
     * @param asOf the time of the check; empty for the current time
     * @param partition the partition to check; empty for the newest one that is due
     * @param days the number of past days to check in a backtest
     */
    public record Selection(List<String> datasets, Optional<Timestamp> asOf, Optional<String> partition, int days) {

        public Selection {
            datasets = List.copyOf(datasets);
        }
    }

    /**
     * The conditions under which the run fails.
     *
     * @param failOn the least severe outcome that fails the run
     * @param ifNoChecks whether the run fails if no dataset is selected
     */
    public record Failure(FailOn failOn, boolean ifNoChecks) {}

    /**
     * The limits for listing the lake.
     *
     * @param concurrency the maximum number of requests in flight
     * @param timeout the maximum time for listing the lake
     * @param waiting how long to wait for missing partitions; empty to use the suite's setting
     */
    public record Listing(int concurrency, Duration timeout, Optional<Duration> waiting) {

        public Listing {
            if (timeout.isZero()) {
                throw new InvalidValueException(
                        "lakecheck.timeout is 0", "Set it to a positive duration, for example 10m");
            }
        }
    }

    /**
     * The settings for metrics.
     *
     * @param enabled whether to publish metrics; empty to keep the suite's setting
     * @param dashboard the format of a generated dashboard
     */
    public record MetricsSettings(Optional<Boolean> enabled, DashboardFormat dashboard) {}

    /**
     * The changes to make to CloudWatch alarms.
     *
     * @param apply whether to create and update alarms, instead of only showing the differences
     * @param prune whether to also delete alarms that lakecheck created and the suite no longer needs
     */
    public record AlarmChanges(boolean apply, boolean prune) {}

    /**
     * The folder to suggest a suite for.
     *
     * @param location the folder that contains the dated folders, as written; empty if it is not set
     * @param zone the time zone of the dates in folder names; empty if it is not set
     */
    public record Source(Optional<String> location, Optional<ZoneId> zone) {}

    /**
     * Parses the settings of one run.
     *
     * @param source the name of the settings as shown in messages, such as {@code plugin configuration}
     * @param written the unparsed values by name. Settings without a value get their defaults, and {@code datasets} may
     *     contain several globs, separated by commas.
     * @param variables returns the value of a variable, or empty if it is not set
     * @throws SuiteProblemsException with all problems, if there are any
     */
    public static RunSettings read(String source, Map<String, String> written, Variables variables) {
        Origin origin = Origin.of(source);
        List<Block.Entry> entries = new ArrayList<>();
        written.forEach((name, text) -> entries.add(new Block.Entry(
                new Word(name, origin),
                name.equals(RunSettingsWords.DATASETS.name()) ? items(text, origin) : new Word(text, origin))));
        Problems problems = new Problems();
        Optional<BlockValues> values = RunSettingsWords.WORDS.read(
                RunSettingsWords.WORDS.name(),
                new Block(entries, origin),
                new ReadContext(problems, new Substitution(variables)));
        Optional<RunSettings> settings = values.filter(all -> problems.size() == 0)
                .flatMap(all -> problems.guard(origin, () -> RunSettingsWords.make(all)));
        problems.throwIfAny();
        return settings.orElseThrow(() -> new IllegalStateException("no settings, but no problem either"));
    }

    private static Node items(String globs, Origin origin) {
        return new Items(
                Stream.of(BETWEEN_GLOBS.split(globs, -1))
                        .<Node>map(glob -> new Word(glob.strip(), origin))
                        .toList(),
                origin);
    }
}
