// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.value.Display;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is told of a run, before it is escaped for whoever reads it. All texts are visible, each on one line.
 *
 * @param report the whole run
 * @param headline how many checks ended how
 * @param broken the findings that did not pass, failures first
 * @param changes what is otherwise than the run before; empty where that is not asked for
 */
record Message(Report report, String headline, List<Finding> broken, List<String> changes) {

    /** People read no more of them in a message. */
    private static final int MOST_LINES = 20;

    /** A line of two very long names is cut. */
    private static final int LONGEST_LINE = 1000;

    /** @param suite what people call the suite: {@code lakecheck.yml} */
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

    /** The message as plain text: the headline, then a line each. */
    String text() {
        return Stream.of(
                        Stream.of(headline),
                        shown(broken.stream().map(Finding::text).toList()),
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
