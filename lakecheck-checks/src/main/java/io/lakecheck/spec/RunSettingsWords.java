// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.DashboardFormat;
import io.lakecheck.survey.Lakecheck;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The keys of {@link RunSettings}. */
final class RunSettingsWords {

    static final Term<List<String>> DATASETS = Term.optional(
            "datasets",
            new ListType<>(TextType.any("dataset name", "a dataset name or a glob such as kpi-*")),
            "kpi-*",
            "The datasets to check: names or globs, separated by commas. Default: all of them.");

    private static final Term<Timestamp> AS_OF = Term.optional(
            "asOf",
            TimestampType.TYPE,
            "2026-01-03T07:00",
            "The time to assume as the current time, with an offset or in the suite's time zone. Default: now.");

    private static final Term<String> PARTITION = Term.optional(
            "partition",
            TextType.any("partition", "a partition such as 2026-01-02 or dt=2026-01-02"),
            "2026-01-02",
            "The partition to check. Default: the newest one whose deadline has passed.");

    private static final Term<FailOn> FAIL_ON = Term.defaulting(
            "failOn",
            ChoiceType.of("outcome", FailOn.class),
            "fail",
            "warn",
            "The least severe outcome that fails the run. A check that could not be carried out (UNKNOWN) also fails"
                    + " the run, unless the value is `never`.");

    private static final Term<Boolean> FAIL_IF_NO_CHECKS = Term.defaulting(
            "failIfNoChecks",
            BooleanType.TYPE,
            "true",
            "false",
            "Whether the run fails if there is no dataset to check.");

    private static final Term<Long> CONCURRENCY = Term.defaulting(
            "concurrency",
            new CountType(1, 1024),
            Integer.toString(Lakecheck.DEFAULT_CONCURRENCY),
            "8",
            "The maximum number of requests in flight.");

    private static final Term<Duration> TIMEOUT = Term.defaulting(
            "timeout",
            DurationType.TYPE,
            Lakecheck.DEFAULT_TIMEOUT.toString(),
            "30m",
            "The time limit for listing the lake. Checks whose partitions are not listed by then are UNKNOWN.");

    private static final Term<Duration> WAIT = Term.optional(
            "wait", DurationType.TYPE, "30m", "How long to wait for missing partitions. Default: the suite's setting.");

    private static final Term<Boolean> METRICS = Term.optional(
            "metrics", BooleanType.TYPE, "false", "Whether to publish metrics. Default: the suite's setting.");

    private static final Term<DashboardFormat> FORMAT = Term.defaulting(
            "format",
            ChoiceType.of("format", DashboardFormat.class),
            "grafana",
            "cloudwatch",
            "The format of a generated dashboard.");

    private static final Term<Boolean> APPLY = Term.defaulting(
            "apply",
            BooleanType.TYPE,
            "false",
            "true",
            "Whether to create and update alarms. Otherwise the differences are only shown.");

    private static final Term<Boolean> PRUNE = Term.defaulting(
            "prune",
            BooleanType.TYPE,
            "false",
            "true",
            "Whether to also delete alarms that lakecheck created and the suite no longer needs.");

    private static final Term<Long> DAYS = Term.defaulting(
            "days", new CountType(1, 800), "90", "30", "The number of past days that a backtest checks.");

    private static final Term<String> LOCATION = Term.optional(
            "location",
            TextType.any("folder", "a folder such as s3://refined/kpi/"),
            "s3://refined/kpi/",
            "The folder that contains the dated folders to suggest a suite for.");

    private static final Term<ZoneId> ZONE =
            Term.optional("zone", ZoneType.TYPE, "Europe/London", "The time zone of the dates in the folder names.");

    static final Vocabulary WORDS = new Vocabulary(
            "lakecheck",
            "The settings of one run.",
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
                                    FORMAT,
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
                new RunSettings.Selection(
                        values.find(DATASETS).orElse(List.of()),
                        values.find(AS_OF),
                        values.find(PARTITION),
                        Math.toIntExact(values.of(DAYS))),
                new RunSettings.Failure(values.of(FAIL_ON), values.of(FAIL_IF_NO_CHECKS)),
                ConnectionWords.make(values),
                new RunSettings.Listing(Math.toIntExact(values.of(CONCURRENCY)), values.of(TIMEOUT), values.find(WAIT)),
                new RunSettings.MetricsSettings(values.find(METRICS), values.of(FORMAT)),
                new RunSettings.AlarmChanges(values.of(APPLY), values.of(PRUNE)),
                new RunSettings.Source(values.find(LOCATION), values.find(ZONE)));
    }
}
