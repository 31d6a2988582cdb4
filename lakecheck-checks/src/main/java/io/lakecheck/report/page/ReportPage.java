// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.value.Display;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything the page says, ready to be said.
 *
 * @param headline the run in one line
 * @param state the state that the headline is about
 * @param suite what was asked
 * @param at for which moment it was judged, for people
 * @param atIso the same for machines
 * @param effort what it took
 * @param counts how many checks ended how
 * @param notices what went wrong besides
 * @param cards all datasets, those that need attention first
 */
record ReportPage(
        String headline,
        State state,
        String suite,
        String at,
        String atIso,
        String effort,
        List<Count> counts,
        List<Notice> notices,
        List<Card> cards) {

    /** Keeps a number beside its word. */
    private static final char NO_BREAK = '\u00a0';

    /** Up to so many datasets all are unfolded. */
    private static final int SHORT = 12;

    /** How many checks ended so. */
    record Count(State state, long checks) {}

    static ReportPage of(Report report, String suite) {
        Map<Dataset, List<Finding>> all = report.byDataset();
        List<Card> cards = new ArrayList<>();
        for (Map.Entry<Dataset, List<Finding>> each : all.entrySet()) {
            cards.add(Card.of("d" + (cards.size() + 1), each.getKey(), each.getValue()));
        }
        cards.sort(Comparator.comparing(Card::state));
        List<ZoneId> zones = all.keySet().stream().map(Dataset::zone).distinct().toList();
        ZoneId zone = zones.size() == 1 ? zones.get(0) : ZoneOffset.UTC;
        return new ReportPage(
                headline(cards),
                cards.stream().map(Card::state).findFirst().orElse(State.SKIPPED),
                Display.visible(suite),
                Display.moment(report.at(), zone),
                report.at().toString(),
                effort(report),
                Stream.of(State.values())
                        .map(state -> new Count(state, count(report, state)))
                        .toList(),
                report.notices().stream()
                        .filter(notice -> notice.level() != Notice.Level.INFO)
                        .toList(),
                cards);
    }

    List<Card> attention() {
        return cards.stream().filter(card -> card.state().needsAttention()).toList();
    }

    List<Card> rest() {
        return cards.stream().filter(card -> !card.state().needsAttention()).toList();
    }

    /** Whether it can show all it has at once. */
    boolean isShort() {
        return cards.size() <= SHORT;
    }

    boolean unfolds(Card card) {
        return card.state().needsAttention() || isShort();
    }

    private static String headline(List<Card> cards) {
        Map<State, Long> counts = cards.stream().collect(Collectors.groupingBy(Card::state, Collectors.counting()));
        if (counts.size() == 1) {
            String word = cards.get(0).state().word();
            return cards.size() == 1 ? "The dataset " + word : "All " + cards.size() + " datasets " + word;
        }
        return Stream.of(State.values())
                .filter(counts::containsKey)
                .map(state -> "" + counts.get(state) + NO_BREAK + state.word())
                .collect(Collectors.joining(", ", cards.size() + " datasets: ", ""));
    }

    private static long count(Report report, State state) {
        return report.findings().stream()
                .filter(finding -> State.of(finding.outcome()) == state)
                .count();
    }

    private static String effort(Report report) {
        long millis = report.took().toMillis();
        String took =
                millis < 60_000 ? millis / 1000 + "." + millis % 1000 / 100 + " s" : Display.duration(report.took());
        return Display.count(report.suite().datasets().size(), "dataset") + ", "
                + Display.count(report.findings().size(), "check") + ", "
                + Display.count(report.traffic().objects(), "object") + " listed in "
                + Display.count(report.traffic().requests(), "request") + " and " + took;
    }
}
