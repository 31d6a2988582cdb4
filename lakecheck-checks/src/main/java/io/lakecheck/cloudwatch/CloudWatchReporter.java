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
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * Publishes what a run found to CloudWatch, where its suite names a namespace. Never changes a verdict and never fails
 * in silence: what could not be sent becomes a notice, one that fails the build where the suite requires its metrics.
 * Immutable; safe for many threads.
 */
public final class CloudWatchReporter implements Reporter {

    /** CloudWatch takes no older data. */
    private static final Duration OLDEST = Duration.ofDays(14);

    /** Nor any further in the future. */
    private static final Duration NEWEST = Duration.ofHours(2);

    private final Clock clock;
    private final Function<Connection, CloudWatchClient> clients;
    private final Optional<Suite> whole;

    CloudWatchReporter(Clock clock, Function<Connection, CloudWatchClient> clients) {
        this(clock, clients, Optional.empty());
    }

    private CloudWatchReporter(Clock clock, Function<Connection, CloudWatchClient> clients, Optional<Suite> whole) {
        this.clock = clock;
        this.clients = clients;
        this.whole = whole;
    }

    /** @param clock the real time, whatever moment a run is judged for: CloudWatch takes no metrics of long ago */
    public static CloudWatchReporter at(Clock clock) {
        return new CloudWatchReporter(
                clock, connection -> CloudWatch.open(connection, CloudWatch.Patience.FOR_METRICS));
    }

    /**
     * For who has a CloudWatch of their own, or stands in for it, wherever a suite says that its metrics go.
     *
     * @param clock as in {@link #at}
     * @param clients opens a client for one run, which closes it
     */
    public static CloudWatchReporter through(Clock clock, Supplier<CloudWatchClient> clients) {
        return new CloudWatchReporter(clock, connection -> clients.get());
    }

    /**
     * This for runs of a part of a suite: of two datasets with the same dimensions it is always the same one that has
     * them, whichever of them is run.
     */
    public CloudWatchReporter within(Suite all) {
        return new CloudWatchReporter(clock, clients, Optional.of(all));
    }

    @Override
    public List<Notice> report(Report report) {
        Optional<Metrics> metrics = report.suite().metrics().filter(Metrics::enabled);
        return metrics.map(where -> publish(report, where)).orElse(List.of());
    }

    private List<Notice> publish(Report report, Metrics metrics) {
        Optional<String> untimely = untimely(report);
        if (untimely.isPresent()) {
            return List.of(unpublished(metrics, untimely.get()));
        }
        DimensionOwners claims = DimensionOwners.of(whole.orElse(report.suite()), metrics);
        List<MetricDatum> data = report.byDataset().entrySet().stream()
                .filter(each -> claims.granted().contains(each.getKey()))
                .flatMap(each -> MetricData.of(metrics, each.getValue()).stream())
                .toList();
        List<Notice> notices = new ArrayList<>();
        report.byDataset().keySet().stream()
                .map(claims.refused()::get)
                .filter(Objects::nonNull)
                .forEach(reason -> notices.add(unpublished(metrics, reason)));
        notices.addAll(send(data, report, metrics));
        return notices;
    }

    private Optional<String> untimely(Report report) {
        Duration age = Duration.between(report.at(), clock.instant());
        if (age.compareTo(OLDEST) > 0) {
            return Optional.of(
                    "the run is judged as of " + report.at() + ", and CloudWatch takes no data older than two weeks");
        }
        return age.negated().compareTo(NEWEST) > 0
                ? Optional.of("the run is judged as of " + report.at()
                        + ", and CloudWatch takes no data from more than two hours ahead")
                : Optional.empty();
    }

    private List<Notice> send(List<MetricDatum> data, Report report, Metrics metrics) {
        MetricSender sending = new MetricSender(metrics.namespace());
        Connection connection = CloudWatch.connection(report.suite(), metrics);
        sending.send(data, () -> clients.apply(connection));
        if (sending.failures().isEmpty()) {
            return List.of(new Notice(
                    Notice.Level.INFO,
                    Display.count(sending.sent(), "metric") + " published to " + Display.visible(metrics.namespace())));
        }
        String lost = sending.sent() == 0 ? "" : data.size() - sending.sent() + " of " + data.size() + ", ";
        return List.of(unpublished(metrics, lost + String.join("; ", sending.failures())));
    }

    private static Notice unpublished(Metrics metrics, String why) {
        return new Notice(
                metrics.required() ? Notice.Level.FAIL : Notice.Level.WARN,
                "metrics NOT published: " + Display.visible(metrics.namespace()) + ": " + why);
    }
}
