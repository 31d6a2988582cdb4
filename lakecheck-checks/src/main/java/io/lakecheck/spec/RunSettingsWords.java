// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.survey.Lakecheck;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The words of {@link RunSettings}. */
final class RunSettingsWords {

    static final Term<List<String>> DATASETS = Term.optional(
            "datasets",
            new ListType<>(TextType.any("name of a dataset", "the name of a dataset, or a glob such as kpi-*")),
            "kpi-*",
            "Which datasets to check: names or globs, with commas between them. Without it all are.");

    private static final Term<AsOf> AS_OF = Term.optional(
            "asOf",
            MomentType.TYPE,
            "2026-01-03T07:00",
            "The moment for which to judge, with an offset or in the suite's own zone. Without it now.");

    private static final Term<String> PARTITION = Term.optional(
            "partition",
            TextType.any("partition", "a partition such as 2026-01-02 or dt=2026-01-02"),
            "2026-01-02",
            "The partition to judge, instead of the newest whose deadline has passed.");

    private static final Term<FailOn> FAIL_ON = Term.defaulting(
            "failOn",
            ChoiceType.of("outcome to fail on", FailOn.class),
            "fail",
            "warn",
            "From which outcome on the run fails. What could not be looked at always fails, unless `never`.");

    private static final Term<Boolean> FAIL_IF_NO_CHECKS = Term.defaulting(
            "failIfNoChecks",
            BooleanType.TYPE,
            "true",
            "false",
            "Whether the run fails where there is no dataset to check.");

    private static final Term<Long> CONCURRENCY = Term.defaulting(
            "concurrency",
            new CountType(1, 1024),
            Integer.toString(Lakecheck.DEFAULT_CONCURRENCY),
            "8",
            "How many partitions are listed at once.");

    private static final Term<Duration> TIMEOUT = Term.defaulting(
            "timeout",
            DurationType.TYPE,
            Lakecheck.DEFAULT_TIMEOUT.toString(),
            "30m",
            "How long looking at the lake may take. What was not seen by then is UNKNOWN.");

    private static final Term<Duration> WAIT = Term.optional(
            "wait",
            DurationType.TYPE,
            "30m",
            "How long to wait for what is not there yet. Without it what the suite says.");

    private static final Term<Boolean> METRICS = Term.optional(
            "metrics", BooleanType.TYPE, "false", "Whether metrics are published. Without it what the suite says.");

    private static final Term<Boolean> APPLY = Term.defaulting(
            "apply",
            BooleanType.TYPE,
            "false",
            "true",
            "Whether alarms are made as the suite says. Without it the difference is only shown.");

    private static final Term<Boolean> PRUNE = Term.defaulting(
            "prune",
            BooleanType.TYPE,
            "false",
            "true",
            "Whether applying also deletes the suite's own alarms that it no longer has.");

    private static final Term<Long> DAYS =
            Term.defaulting("days", new CountType(1, 800), "90", "30", "How many past days a backtest judges.");

    private static final Term<String> LOCATION = Term.optional(
            "location",
            TextType.any("folder", "a folder such as s3://refined/kpi/"),
            "s3://refined/kpi/",
            "The folder above the dated ones from which a suite is learned.");

    private static final Term<ZoneId> ZONE = Term.optional(
            "zone",
            ZoneType.TYPE,
            "Europe/London",
            "The time zone whose days those folders hold: their names don't tell.");

    static final Vocabulary WORDS = new Vocabulary(
            "the settings",
            "How one run is to be made.",
            Stream.of(
                            List.of(
                                    DATASETS,
                                    AS_OF,
                                    PARTITION,
                                    FAIL_ON,
                                    FAIL_IF_NO_CHECKS,
                                    CONCURRENCY,
                                    TIMEOUT,
                                    WAIT,
                                    METRICS,
                                    APPLY,
                                    PRUNE,
                                    DAYS,
                                    LOCATION,
                                    ZONE),
                            ConnectionWords.S3.terms())
                    .<Term<?>>flatMap(List::stream)
                    .toList());

    private RunSettingsWords() {}

    static RunSettings make(BlockValues values) {
        return new RunSettings(
                values.maybe(DATASETS).orElse(List.of()),
                values.maybe(AS_OF),
                values.maybe(PARTITION),
                values.of(FAIL_ON),
                values.of(FAIL_IF_NO_CHECKS),
                ConnectionWords.make(values),
                Math.toIntExact(values.of(CONCURRENCY)),
                values.of(TIMEOUT),
                values.maybe(WAIT),
                values.maybe(METRICS),
                values.of(APPLY),
                values.of(PRUNE),
                Math.toIntExact(values.of(DAYS)),
                values.maybe(LOCATION),
                values.maybe(ZONE));
    }
}
