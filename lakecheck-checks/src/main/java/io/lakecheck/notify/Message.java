// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import io.lakecheck.Finding;
import io.lakecheck.FindingGroup;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.value.Display;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The content of a notification, not yet escaped for a channel. Each string is one line and safe to print.
 *
 * @param report the run's report
 * @param headline the suite's name and the number of findings with each outcome
 * @param broken the findings that need attention, starting with failures
 * @param changes the changes since the previous run; empty unless the suite sets {@code on: change}
 */
record Message(Report report, String headline, List<Finding> broken, List<String> changes) {

    /** The maximum number of causes, and of changes, that a message lists, so that it stays readable. */
    private static final int MOST_LINES = 20;

    /** The maximum length of a line, in characters. Longer lines are truncated. */
    private static final int LONGEST_LINE = 1000;

    /** @param suite the suite's display name, such as {@code lakecheck.yml} */
    static Message of(Report report, String suite, List<String> changes) {
        String counts = Outcome.READING_ORDER.stream()
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> report.count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        List<Finding> broken = report.findings().stream()
                .filter(finding -> finding.outcome().isAtLeast(Outcome.WARNED))
                .sorted(Comparator.comparing(finding -> Outcome.READING_ORDER.indexOf(finding.outcome())))
                .toList();
        return new Message(report, Display.visible(suite) + ": " + counts, broken, changes);
    }

    /** Returns the message as plain text: the headline, then one line per cause and per change. */
    String text() {
        return Stream.of(
                        Stream.of(headline),
                        shown(FindingGroup.of(broken).stream()
                                .map(FindingGroup::text)
                                .toList()),
                        shown(changes))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> shown(List<String> lines) {
        return Display.firstLines(MOST_LINES, lines).stream().map(Message::cut);
    }

    private static String cut(String line) {
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_LINE, line.codePointCount(0, line.length())));
        return end == line.length() ? line : line.substring(0, end) + "…";
    }
}
