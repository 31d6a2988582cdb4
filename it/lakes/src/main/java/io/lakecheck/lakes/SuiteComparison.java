// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.RecencyCheck;
import io.lakecheck.lake.PartRule;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The comparison of a suggested suite with the one that was written by hand. Both must have the same datasets with the
 * same locations, calendars, markers, parts, runs and kinds of checks. Names and limits may differ, because a
 * suggestion derives limits from the data, and deadlines by up to half an hour or a factor of two.
 */
final class SuiteComparison {

    static final String LOCATION = "location";

    /** The difference if no check at all is suggested, which a suggestion always explains. */
    static final String NOTHING = "nothing suggested";

    private static final Duration DEADLINE = Duration.ofMinutes(30);
    private static final int PERIODS = 100;

    private final Instant now;
    private final Set<String> differences = new TreeSet<>();

    private SuiteComparison(Instant now) {
        this.now = now;
    }

    /** Returns the keys of the suite language in which the suites differ, in alphabetical order. */
    static List<String> differences(List<Dataset> expected, List<Dataset> suggested, Instant now) {
        if (suggested.isEmpty()) {
            return List.of(NOTHING);
        }
        SuiteComparison comparison = new SuiteComparison(now);
        List<Dataset> others = new ArrayList<>(suggested);
        for (Dataset dataset : expected) {
            Optional<Dataset> match = others.stream()
                    .filter(other -> comparison.address(other).equals(comparison.address(dataset)))
                    .findFirst();
            match.ifPresentOrElse(
                    other -> comparison.compare(dataset, other), () -> comparison.differences.add(LOCATION));
            match.ifPresent(others::remove);
        }
        if (!others.isEmpty()) {
            comparison.differences.add(LOCATION);
        }
        return List.copyOf(comparison.differences);
    }

    private void compare(Dataset expected, Dataset suggested) {
        differ("each", expected, suggested, dataset -> dataset.name().endsWith("]"));
        differ("calendar", expected, suggested, this::expectedPeriods);
        differ("marker", expected, suggested, Dataset::marker);
        differ("runs", expected, suggested, dataset -> dataset.filter().runs());
        differ("empty", expected, suggested, dataset -> dataset.presence().mayBeEmpty());
        differ("absent", expected, suggested, dataset -> dataset.presence().mayBeAbsent());
        differ("parts", expected, suggested, dataset -> dataset.presence()
                .parts()
                .map(PartRule::key));
        differ("through", expected, suggested, dataset -> recency(dataset)
                .anyMatch(check -> check.arrival().through().isPresent()));
        differ("leftovers", expected, suggested, dataset -> recency(dataset)
                .anyMatch(check -> !check.completion().absent().isEmpty()));
        Set<String> missing = kinds(expected);
        missing.removeAll(kinds(suggested));
        missing.remove("size"); // Its limits depend on taste.
        differences.addAll(missing);
        Duration shorter = min(expected.due(), suggested.due());
        Duration longer = expected.due().plus(suggested.due()).minus(shorter);
        if (longer.minus(shorter).compareTo(DEADLINE) > 0 && longer.compareTo(shorter.multipliedBy(2)) > 0) {
            differences.add("due");
        }
    }

    private void differ(String key, Dataset expected, Dataset suggested, Function<Dataset, Object> property) {
        if (!property.apply(expected).equals(property.apply(suggested))) {
            differences.add(key);
        }
    }

    private String address(Dataset dataset) {
        Partition newest = dataset.location()
                .period()
                .map(period -> dataset.location()
                        .at(new Span(period, period.floor(Rhythm.END.minusYears(1)), dataset.zone(), Duration.ZERO)))
                .orElseGet(() -> dataset.newestDue(now));
        return newest.root() + newest.path();
    }

    private Object expectedPeriods(Dataset dataset) {
        return dataset.location()
                .period()
                .map(period -> Stream.iterate(
                                new Span(period, period.floor(Rhythm.END), dataset.zone(), Duration.ZERO),
                                span -> span.step(-1))
                        .limit(PERIODS)
                        .filter(dataset.calendar()::expects)
                        .map(Span::from)
                        .toList())
                .orElse(List.of());
    }

    private static Stream<RecencyCheck> recency(Dataset dataset) {
        return dataset.checks().stream().filter(RecencyCheck.class::isInstance).map(RecencyCheck.class::cast);
    }

    private static Set<String> kinds(Dataset dataset) {
        Set<String> kinds = new TreeSet<>();
        for (Check check : dataset.checks()) {
            kinds.add(check.name());
        }
        return kinds;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
