// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lakes.StoredObject.Role;
import io.lakecheck.survey.Backtest;
import io.lakecheck.survey.Lakecheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The runs of lakecheck on the data of a layout. */
final class LayoutTrial {

    /** The deliveries that get faults, counted from the newest one that is due. */
    private static final int[] AGES = {0, 1, 3, 5, 12};

    private static final Duration AFTER_DEADLINE = Duration.ofMinutes(5);
    private static final int BACKTEST_DAYS = 60;

    private final Layout layout;
    private final Suite suite;
    private final List<List<Delivery>> histories;

    LayoutTrial(Layout layout) {
        this.layout = layout;
        this.suite = layout.suite();
        this.histories = IntStream.range(0, layout.jobs().size())
                .mapToObj(i -> layout.jobs().get(i).history(layout.seed() + i))
                .toList();
    }

    /** Returns the lake's content at a time. */
    MemoryLake lake(Instant now) {
        MemoryLake lake = new MemoryLake(now);
        histories.stream()
                .flatMap(List::stream)
                .flatMap(delivery -> delivery.objects().stream())
                .filter(object -> !object.modified().isAfter(now))
                .forEach(object -> object.putInto(lake));
        return lake;
    }

    static Instant end() {
        return Rhythm.END.toInstant(ZoneOffset.UTC);
    }

    /** Returns the suite that lakecheck suggests for the lake. */
    SuggestedSuite suggest() {
        return SuggestedSuite.of(lake(end()), end());
    }

    Report verify() {
        return at(lake(end()), end()).run(suite);
    }

    Backtest backtest() {
        return at(lake(end()), end()).backtest(suite, BACKTEST_DAYS);
    }

    /** Plants each fault that the layout can have in several deliveries. */
    List<Planted> faults() {
        List<Planted> results = new ArrayList<>();
        List<Integer> due = withData();
        for (int age : AGES) {
            if (age + 1 >= due.size()) {
                break;
            }
            int index = due.get(due.size() - 1 - age);
            Instant deadline = deadline(index);
            MemoryLake lake = lake(deadline.plus(AFTER_DEADLINE));
            Set<String> before = alerts(at(lake, deadline.plus(AFTER_DEADLINE)).run(suite));
            for (Fault fault : Fault.values()) {
                planted(fault, index, lake, before).ifPresent(results::add);
            }
        }
        return results;
    }

    private Optional<Planted> planted(Fault fault, int index, MemoryLake lake, Set<String> before) {
        if (layout.impossible().containsKey(fault)) {
            return Optional.empty();
        }
        Delivery delivery = history().get(index);
        Instant now = deadline(index).plus(fault.isSeenLater() ? Fault.LATEST : AFTER_DEADLINE);
        return fault.in(layout.jobs().get(0), history(), index, deadline(index)).map(change -> {
            change.applyTo(lake);
            Report report = at(lake, now).partition(name(delivery)).run(suite);
            change.undoIn(lake);
            Set<String> after = alerts(report);
            after.removeAll(before);
            return new Planted(layout, fault, delivery, !after.isEmpty(), report.outcome());
        });
    }

    /** Returns the checks that alerted, by dataset. */
    private static Set<String> alerts(Report report) {
        Set<String> alerts = new HashSet<>();
        for (Finding finding : report.findings()) {
            if (finding.outcome() == Outcome.WARNED || finding.outcome() == Outcome.FAILED) {
                alerts.add(finding.dataset().name() + " " + finding.check().name());
            }
        }
        return alerts;
    }

    private static String name(Delivery delivery) {
        String minute = delivery.from().toString();
        return minute.endsWith("T00:00")
                        && !Duration.between(delivery.begin(), delivery.end())
                                .minusHours(12)
                                .isNegative()
                ? minute.substring(0, 10)
                : minute;
    }

    /** Returns the deliveries with data whose deadline has passed, oldest first. */
    private List<Integer> withData() {
        return IntStream.range(0, history().size())
                .filter(i -> !deadline(i).isAfter(end()))
                .filter(i -> !history().get(i).data().isEmpty())
                .filter(i -> history().get(i).of(Role.REPLACED).isEmpty())
                .boxed()
                .toList();
    }

    private List<Delivery> history() {
        return histories.get(0);
    }

    private Instant deadline(int index) {
        Dataset dataset = suite.datasets().get(0);
        return history().get(index).end().plus(dataset.due());
    }

    private static Lakecheck at(MemoryLake lake, Instant now) {
        return Lakecheck.on(lake).at(Clock.fixed(now, ZoneOffset.UTC));
    }

    /**
     * The outcome of a planted fault.
     *
     * @param delivery the delivery that got the fault
     * @param isDetected whether a check alerted that did not alert without the fault
     */
    record Planted(Layout layout, Fault fault, Delivery delivery, boolean isDetected, Outcome outcome) {}
}
