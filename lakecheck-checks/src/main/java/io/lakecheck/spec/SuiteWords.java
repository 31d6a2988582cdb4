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

/** The words of the suite itself, and how all of them become one. */
final class SuiteWords {

    private static final Term<BlockValues> S3 = Term.optional(
            "s3",
            ConnectionWords.S3,
            "{ region: eu-west-1 }",
            "How S3 is reached, where the environment does not say it.");

    private static final Term<BlockValues> CLOUDWATCH = Term.optional(
            "cloudwatch",
            MetricsWords.WORDS,
            "{ namespace: Lake/Checks }",
            "Where the metrics of a run go. Without it none are published.");

    private static final Term<BlockValues> NOTIFY = Term.optional(
            "notify",
            NotificationWords.WORDS,
            "{ on: fail, slack: SLACK_WEBHOOK_URL }",
            "Who is told of a run. Without it nobody is.");

    private static final Term<Duration> WAIT = Term.defaulting(
            "wait",
            DurationType.TYPE,
            "0s",
            "30m",
            "How long a run waits for what recency finds missing before it judges.");

    private static final Term<Map<String, BlockValues>> DATASETS = Term.required(
            "datasets",
            new NamedType<>(
                    "dataset", DatasetWords.WORDS, "the datasets, each under its name, with a location and checks"),
            "{ kpi-daily: { location: \"s3://refined/kpi/dt={date}/\", checks: [ recency: {} ] } }",
            "What is checked, each dataset under the name by which findings call it.");

    static final Vocabulary WORDS = new Vocabulary(
            "suite",
            "The datasets to check and how. What is said here of zone, due, calendar, days, except, only, holidays, validThrough, include"
                    + " and exclude holds for each dataset that does not say its own.",
            Stream.of(SharedTerms.INHERITED, List.of(CalendarResolver.NAMED, S3, CLOUDWATCH, NOTIFY, WAIT, DATASETS))
                    .<Term<?>>flatMap(List::stream)
                    .toList());

    private SuiteWords() {}

    static Optional<Suite> make(BlockValues values, Path base, Problems problems) {
        Map<String, BlockValues> written = values.find(DATASETS).orElse(Map.of());
        if (values.isValid() && written.isEmpty()) {
            problems.add(
                    values.origin(DATASETS), "there are no datasets", "write at least one, with a location and checks");
        }
        CalendarResolver calendars = new CalendarResolver(values, base, problems);
        List<Dataset> datasets = new ArrayList<>();
        written.forEach((name, words) -> DatasetWords.make(name, words, values, calendars, base, problems)
                .ifPresent(datasets::add));
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
                                values.of(WAIT)));
    }
}
