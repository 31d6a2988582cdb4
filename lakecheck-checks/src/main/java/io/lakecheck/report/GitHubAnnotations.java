// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.FindingGroup;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * GitHub workflow commands that annotate a job with the checks that warned, failed or could not be completed. Errors
 * come before warnings.
 */
final class GitHubAnnotations {

    /** The maximum number of annotations to write. GitHub shows at most ten of each kind for a step. */
    private static final int MAX_ANNOTATIONS = 10;

    private GitHubAnnotations() {}

    static List<String> of(Report report) {
        List<FindingGroup> broken = FindingGroup.of(report.findings()).stream()
                .filter(group -> group.outcome().isAtLeast(Outcome.WARNED))
                .sorted(Comparator.comparing(GitHubAnnotations::kind))
                .toList();
        int shown = broken.size() <= MAX_ANNOTATIONS ? broken.size() : MAX_ANNOTATIONS - 1;
        List<String> commands = new ArrayList<>();
        broken.subList(0, shown).forEach(group -> commands.add(command(kind(group), group.subject(), text(group))));
        if (shown < broken.size()) {
            long more = broken.stream()
                    .skip(shown)
                    .mapToLong(group -> group.findings().size())
                    .sum();
            commands.add(command(
                    kind(broken.get(shown)), "more problems", more + " more checks did not pass; see the job summary"));
        }
        return commands;
    }

    /** The kinds of annotations, in the order in which they are written. */
    private enum Kind {
        ERROR,
        WARNING
    }

    private static Kind kind(FindingGroup group) {
        return group.outcome() == Outcome.WARNED ? Kind.WARNING : Kind.ERROR;
    }

    private static String text(FindingGroup group) {
        return group.outcome() + ": " + group.verdict().text();
    }

    private static String command(Kind kind, String title, String message) {
        return "::" + kind.name().toLowerCase(Locale.ROOT) + " title="
                + escape("lakecheck: " + title).replace(":", "%3A").replace(",", "%2C") + "::" + escape(message);
    }

    private static String escape(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
