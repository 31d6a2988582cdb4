// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.Suite;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.value.Display;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * Publishes the results of a run to CloudWatch if the suite sets a namespace. Never changes a verdict. Every failure is
 * reported as a notice, which fails the build if the suite requires its metrics to be published. Immutable and
 * thread-safe.
 */
public final class CloudWatchReporter implements Reporter {

    /** The maximum age of data points that CloudWatch accepts. */
    private static final Duration OLDEST = Duration.ofDays(14);

    /** How far in the future a data point may be for CloudWatch to accept it. */
    private static final Duration NEWEST = Duration.ofHours(2);

    private final Clock clock;
    private final Function<Connection, CloudWatchClient> clients;
    private final Optional<Suite> whole;
    private final Optional<Consumer<String>> log;

    CloudWatchReporter(Clock clock, Function<Connection, CloudWatchClient> clients) {
        this(clock, clients, Optional.empty(), Optional.empty());
    }

    private CloudWatchReporter(
            Clock clock,
            Function<Connection, CloudWatchClient> clients,
            Optional<Suite> whole,
            Optional<Consumer<String>> log) {
        this.clock = clock;
        this.clients = clients;
        this.whole = whole;
        this.log = log;
    }

    /**
     * @param clock provides the current time, even if a run checks the lake as of another time; CloudWatch rejects data
     *     points that are too old
     */
    public static CloudWatchReporter at(Clock clock) {
        return new CloudWatchReporter(
                clock, connection -> CloudWatchAccess.open(connection, CloudWatchAccess.FOR_METRICS));
    }

    /**
     * Returns a reporter that publishes through the given clients instead of the connection set in the suite.
     *
     * @param clock provides the current time (see {@link #at})
     * @param clients opens a client for each run; the reporter closes it
     */
    public static CloudWatchReporter through(Clock clock, Supplier<CloudWatchClient> clients) {
        return new CloudWatchReporter(clock, connection -> clients.get());
    }

    /**
     * Returns a copy of this reporter for runs that check only some of a suite's datasets. If two datasets in the suite
     * have the same dimensions, only the first one publishes metrics, even if a run checks only the second.
     */
    public CloudWatchReporter within(Suite all) {
        return new CloudWatchReporter(clock, clients, Optional.of(all), log);
    }

    /**
     * Returns a copy of this reporter for programs whose log is sent to CloudWatch, such as Lambda functions: if a
     * suite sets {@code emf}, its metrics are written to the log instead of being sent in requests.
     *
     * @param lines receives each line to log
     */
    public CloudWatchReporter loggingTo(Consumer<String> lines) {
        return new CloudWatchReporter(clock, clients, whole, Optional.of(lines));
    }

    @Override
    public List<Notice> report(Report report) {
        return report.suite()
                .metrics()
                .filter(Metrics::enabled)
                .map(metrics -> publish(report, metrics))
                .orElse(List.of());
    }

    private List<Notice> publish(Report report, Metrics metrics) {
        Optional<String> untimely = untimely(report);
        if (untimely.isPresent()) {
            return List.of(unpublished("metrics", metrics, untimely.get()));
        }
        DimensionOwners owners = DimensionOwners.of(all(report.suite()), metrics);
        List<MetricDatum> data = report.byDataset().entrySet().stream()
                .filter(each -> owners.owners().contains(each.getKey()))
                .flatMap(each -> MetricData.of(metrics, each.getValue()).stream())
                .toList();
        List<Notice> notices = new ArrayList<>();
        report.byDataset().keySet().stream()
                .map(owners.conflicts()::get)
                .filter(Objects::nonNull)
                .forEach(conflict -> notices.add(unpublished("metrics", metrics, conflict)));
        notices.add(send(data, report, metrics));
        return notices;
    }

    /** Returns the whole suite, with the members that this run has found. */
    private Suite all(Suite checked) {
        return whole.map(suite -> suite.with(Stream.concat(
                                suite.datasets().stream(),
                                checked.datasets().stream().filter(dataset -> !suite.defines(dataset.name())))
                        .toList()))
                .orElse(checked);
    }

    private Optional<String> untimely(Report report) {
        Duration age = Duration.between(report.at(), clock.instant());
        String limit = age.compareTo(OLDEST) > 0
                ? "older than two weeks"
                : age.negated().compareTo(NEWEST) > 0 ? "more than two hours in the future" : "";
        return Optional.of("the run checks the lake as of " + report.at() + ", and CloudWatch rejects data that is "
                        + limit + ". Set -Dlakecheck.metrics=false to run without metrics.")
                .filter(text -> !limit.isEmpty());
    }

    private Notice send(List<MetricDatum> data, Report report, Metrics metrics) {
        if (metrics.emf() && log.isPresent()) {
            return write(data, metrics, log.get());
        }
        MetricSender sender = new MetricSender(metrics.namespace());
        Connection connection = CloudWatchAccess.connection(report.suite(), metrics);
        sender.send(data, () -> clients.apply(connection));
        if (sender.failures().isEmpty()) {
            return new Notice(
                    Notice.Level.INFO,
                    Display.count(sender.sent(), "metric") + " published to " + Display.visible(metrics.namespace()));
        }
        String lost = sender.sent() == 0 ? "" : data.size() - sender.sent() + " of " + data.size() + " ";
        return unpublished(lost + "metrics", metrics, String.join(" ", sender.failures()));
    }

    private static Notice write(List<MetricDatum> data, Metrics metrics, Consumer<String> lines) {
        EmbeddedMetrics embedded = EmbeddedMetrics.of(metrics.namespace(), data);
        embedded.lines().forEach(lines);
        return embedded.conflicts().isEmpty()
                ? new Notice(
                        Notice.Level.INFO,
                        Display.count(data.size(), "metric") + " logged for " + Display.visible(metrics.namespace()))
                : unpublished(
                        "metrics",
                        metrics,
                        "a dimension can't have the name of a metric or of a reserved field: "
                                + Display.visible(String.join(", ", embedded.conflicts()))
                                + ". Rename the dimension, or remove emf from the suite.");
    }

    private static Notice unpublished(String what, Metrics metrics, String why) {
        return new Notice(
                metrics.required() ? Notice.Level.FAIL : Notice.Level.WARN,
                "could not publish " + what + " to " + Display.visible(metrics.namespace()) + ": " + why);
    }
}
