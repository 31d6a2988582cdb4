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
 * Tells those whom the suite names, in one message a run, where the run is worth one. Never changes a verdict and never
 * fails in silence: who could not be told becomes a notice.
 */
public final class Notifier implements Reporter {

    /** A build waits this long for each who is told, and no longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Function<String, Optional<String>> environment;
    private final String suite;
    private final Optional<Map<String, Outcome>> before;
    private final Duration patience;

    /**
     * @param environment the value of an environment variable; empty where it is not set
     * @param suite what people call the suite: {@code lakecheck.yml}
     * @param before how each dataset ended in the run before; empty where that is not known
     */
    public Notifier(
            Function<String, Optional<String>> environment, String suite, Optional<Map<String, Outcome>> before) {
        this(environment, suite, before, PATIENCE);
    }

    Notifier(
            Function<String, Optional<String>> environment,
            String suite,
            Optional<Map<String, Outcome>> before,
            Duration patience) {
        this.environment = environment;
        this.suite = suite;
        this.before = before;
        this.patience = patience;
    }

    @Override
    public List<Notice> report(Report report) {
        return report.suite().notification().stream()
                .filter(wanted -> isWorthIt(wanted.on(), report))
                .flatMap(wanted -> channels(report, wanted).map(channel -> report(channel, message(report, wanted))))
                .toList();
    }

    private boolean isWorthIt(Notification.Occasion on, Report report) {
        return switch (on) {
            case ALWAYS -> true;
            case FAIL -> report.outcome().isAtLeast(Outcome.FAILED);
            case WARN -> report.outcome().isAtLeast(Outcome.WARNED);
            case CHANGE ->
                before.map(then -> !OutcomeChanges.of(report, then).isEmpty())
                        .orElseGet(() -> isWorthIt(Notification.Occasion.WARN, report));
        };
    }

    private Message message(Report report, Notification wanted) {
        List<String> changes = before.filter(then -> wanted.on() == Notification.Occasion.CHANGE)
                .map(then -> OutcomeChanges.of(report, then))
                .orElse(List.of());
        return Message.of(report, suite, changes);
    }

    private Stream<Channel> channels(Report report, Notification wanted) {
        Connection lake = report.suite().connection();
        Connection sns = wanted.connection()
                .or(new Connection(Optional.empty(), Optional.empty(), lake.profile(), Optional.empty()));
        return Stream.of(
                        wanted.slack().map(variable -> (Channel) new Slack(variable, environment, patience)),
                        wanted.webhook().map(variable -> (Channel) new Webhook(variable, environment, patience)),
                        wanted.sns().map(topic -> (Channel) new Sns(topic, sns, patience)))
                .flatMap(Optional::stream);
    }

    private static Notice report(Channel channel, Message message) {
        try {
            channel.report(message);
            return new Notice(Notice.Level.INFO, "told: " + Display.visible(channel.name()));
        } catch (NotificationException e) {
            return new Notice(Notice.Level.WARN, "NOT told: " + Display.visible(channel.name()) + ": " + e.reason());
        }
    }
}
