// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.delivery.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The top-level keys in a suite. */
final class SuiteWords {

    private static final Term<BlockValues> S3 =
            Term.optional("s3", ConnectionWords.S3, "{ region: eu-west-1 }", "How to connect to S3.");

    private static final Term<BlockValues> CLOUDWATCH = Term.optional(
            "cloudwatch",
            MetricsWords.WORDS,
            "{ namespace: Lake/Checks }",
            "Where to publish the metrics of a run.",
            "If this key is not set, no metrics are published.");

    private static final Term<BlockValues> NOTIFY = Term.optional(
            "notify",
            NotificationWords.WORDS,
            "{ on: fail, slack: SLACK_WEBHOOK_URL }",
            "Where to send the result of a run.",
            "If this key is not set, no message is sent.");

    private static final Term<Duration> WAIT = Term.defaulting(
            "wait", DurationType.TYPE, "0s", "30m", "How long a run waits for data that `recency` reports as missing.");

    private static final Term<BlockValues> DEPLOYMENT = Term.optional(
            "deployment",
            DeploymentWords.WORDS,
            "{ shards: 20 }",
            "How to deploy the suite as a Lambda function.",
            "It has no effect on other runs.");

    private static final Term<Map<String, BlockValues>> DATASETS = Term.required(
            "datasets",
            new NamedType<>(
                    "dataset", DatasetWords.WORDS, "a mapping of names to datasets, each with a location and checks"),
            "{ kpi-daily: { location: \"s3://refined/kpi/dt={date}/\", checks: [ recency: {} ] } }",
            "The datasets to check, each with a name that identifies it in reports.");

    static final Vocabulary WORDS = new Vocabulary(
            "suite",
            "The datasets and how to check them. Keys that are also valid in a dataset are defaults for all datasets.",
            Stream.of(
                            SharedTerms.INHERITED,
                            List.of(
                                    CheckListType.CHECKS,
                                    CalendarResolver.NAMED,
                                    S3,
                                    CLOUDWATCH,
                                    NOTIFY,
                                    WAIT,
                                    DEPLOYMENT,
                                    DATASETS))
                    .<Term<?>>flatMap(List::stream)
                    .toList());

    private SuiteWords() {}

    static Optional<Suite> make(BlockValues values, Path base, Problems problems) {
        List<Dataset> datasets = datasets(values, base, problems);
        Optional<Metrics> metrics = values.find(CLOUDWATCH)
                .filter(BlockValues::isValid)
                .flatMap(block -> MetricsWords.make(block, problems));
        Optional<Notification> notification = values.find(NOTIFY)
                .filter(BlockValues::isValid)
                .flatMap(block -> NotificationWords.make(block, problems));
        return problems.size() > 0
                ? Optional.empty()
                : problems.guard(
                        values.origin(),
                        () -> new Suite(
                                datasets,
                                values.find(S3).map(ConnectionWords::make).orElse(Connection.DEFAULT),
                                metrics,
                                notification,
                                values.of(WAIT),
                                DeploymentWords.shards(values.find(DEPLOYMENT))));
    }

    private static List<Dataset> datasets(BlockValues values, Path base, Problems problems) {
        Map<String, BlockValues> blocks = values.find(DATASETS).orElse(Map.of());
        if (values.isValid() && blocks.isEmpty()) {
            problems.add(
                    values.origin(DATASETS),
                    "datasets is empty",
                    "Add at least one dataset with a location and checks");
        }
        CalendarResolver calendars = new CalendarResolver(values, base, problems);
        List<Dataset> datasets = new ArrayList<>();
        blocks.forEach(
                (name, block) -> datasets.addAll(DatasetWords.make(name, block, values, calendars, base, problems)));
        return datasets;
    }
}
