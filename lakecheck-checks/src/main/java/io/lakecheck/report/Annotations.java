// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What broke, as the commands by which a step makes GitHub show something: errors first, then warnings. */
final class Annotations {

    /** GitHub shows no more of one kind, and people read no more. */
    private static final int MOST = 10;

    private Annotations() {}

    static List<String> of(Report report) {
        List<Finding> broken = report.findings().stream()
                .filter(finding -> finding.outcome().isAtLeast(Outcome.WARNED))
                .sorted(Comparator.comparing(Annotations::kind))
                .toList();
        int shown = broken.size() <= MOST ? broken.size() : MOST - 1;
        List<String> commands = new ArrayList<>();
        broken.subList(0, shown)
                .forEach(finding -> commands.add(command(kind(finding), finding.subject(), text(finding))));
        if (shown < broken.size()) {
            String more = broken.size() - shown + " more checks did not pass; the summary has them all";
            commands.add(command(kind(broken.get(shown)), "and more", more));
        }
        return commands;
    }

    /** In the order in which they are told. */
    private enum Kind {
        ERROR,
        WARNING
    }

    private static Kind kind(Finding finding) {
        return finding.outcome() == Outcome.WARNED ? Kind.WARNING : Kind.ERROR;
    }

    private static String text(Finding finding) {
        return finding.outcome() + ": " + finding.verdict().text();
    }

    private static String command(Kind kind, String title, String message) {
        return "::" + kind.name().toLowerCase(Locale.ROOT) + " title="
                + data("lakecheck: " + title).replace(":", "%3A").replace(",", "%2C") + "::" + data(message);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
