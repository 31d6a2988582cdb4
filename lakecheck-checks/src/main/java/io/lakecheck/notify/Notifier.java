// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Notification;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sends a message about a run to each channel that the suite configures, if the suite requires a message for the run's
 * outcome. Never changes a verdict, and reports every failure as a notice.
 */
public final class Notifier implements Reporter {

    /** The maximum time for which a build waits for each channel. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Function<String, Optional<String>> environment;
    private final String suite;
    private final Optional<Map<String, Outcome>> previous;
    private final Duration timeout;

    /**
     * @param environment returns the value of an environment variable, or empty if it is not set
     * @param suite the suite's display name, such as {@code lakecheck.yml}
     * @param previous the outcome of each dataset in the previous run, by the dataset's name; empty if unknown
     */
    public Notifier(
            Function<String, Optional<String>> environment, String suite, Optional<Map<String, Outcome>> previous) {
        this(environment, suite, previous, TIMEOUT);
    }

    Notifier(
            Function<String, Optional<String>> environment,
            String suite,
            Optional<Map<String, Outcome>> previous,
            Duration timeout) {
        this.environment = environment;
        this.suite = suite;
        this.previous = previous;
        this.timeout = timeout;
    }

    @Override
    public List<Notice> report(Report report) {
        return report.suite().notification().stream()
                .filter(settings -> isDue(settings.on(), report))
                .flatMap(
                        settings -> channels(report, settings).map(channel -> send(channel, message(report, settings))))
                .toList();
    }

    private boolean isDue(Notification.Occasion on, Report report) {
        return switch (on) {
            case ALWAYS -> true;
            case FAIL -> report.outcome().isAtLeast(Outcome.FAILED);
            case WARN -> report.outcome().isAtLeast(Outcome.WARNED);
            case CHANGE ->
                previous.map(before -> !OutcomeChanges.of(report, before).isEmpty())
                        .orElseGet(() -> isDue(Notification.Occasion.WARN, report));
        };
    }

    private Message message(Report report, Notification settings) {
        List<String> changes = previous.filter(before -> settings.on() == Notification.Occasion.CHANGE)
                .map(before -> OutcomeChanges.of(report, before))
                .orElse(List.of());
        return Message.of(report, suite, changes);
    }

    private Stream<Channel> channels(Report report, Notification settings) {
        Connection lake = report.suite().connection();
        Connection sns = settings.connection()
                .or(new Connection(Optional.empty(), Optional.empty(), lake.profile(), Optional.empty()));
        return Stream.of(
                        settings.slack().map(variable -> (Channel) new Slack(variable, environment, timeout)),
                        settings.webhook().map(variable -> (Channel) new Webhook(variable, environment, timeout)),
                        settings.sns().map(topic -> (Channel) new Sns(topic, sns, timeout)))
                .flatMap(Optional::stream);
    }

    private static Notice send(Channel channel, Message message) {
        String name = Display.visible(channel.name());
        try {
            channel.send(message);
            return new Notice(Notice.Level.INFO, "notified " + name);
        } catch (NotificationException e) {
            return new Notice(Notice.Level.WARN, "could not notify " + name + ": " + e.getMessage());
        }
    }
}
