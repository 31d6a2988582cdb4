// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Severity;
import io.lakecheck.lake.Lifetime;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Prints what a run would list and check, without listing anything. */
public final class PlanPrinter {

    /** The maximum number of partitions or folders to name on one line. */
    private static final int MAX_NAMES = 4;

    private final Console console;

    public PlanPrinter(Console console) {
        this.console = console;
    }

    /** Prints, for each dataset, the partition to check, its deadline, and what each check expects and lists. */
    public void print(List<Evidence> plan) {
        for (Evidence evidence : plan) {
            Dataset dataset = evidence.dataset();
            console.info("");
            console.info(Display.visible(dataset.name()) + " at "
                    + Display.visible(evidence.partition().folder()) + notes(dataset) + due(evidence));
            for (Check check : dataset.checks()) {
                console.info("  " + check.name() + (check.severity() == Severity.WARN ? " (warn): " : ": ")
                        + check.describe() + earlierPartitions(check, evidence) + strayFolders(check, evidence));
            }
        }
        console.info("");
    }

    private static String notes(Dataset dataset) {
        List<String> notes = Stream.of(
                        dataset.location()
                                .memberFolder()
                                .map(members -> "for each " + Display.visible(members.pattern()) + " in "
                                        + Display.visible(members.parent()) + ", listed once per run")
                                .orElse(""),
                        dataset.presence().lifetime().map(PlanPrinter::text).orElse(""),
                        dataset.presence()
                                .parts()
                                .map(parts -> "with " + parts.describe())
                                .orElse(""),
                        switch (dataset.filter().runs()) {
                            case ALL -> "";
                            case NEWEST -> "only the newest run";
                            case EACH -> "each run";
                        },
                        dataset.presence().mayBeEmpty() ? "may be empty" : "",
                        dataset.presence().mayBeAbsent() ? "may be absent" : "")
                .filter(note -> !note.isEmpty())
                .toList();
        return notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")";
    }

    private static String text(Lifetime lifetime) {
        return "new: " + (lifetime.warnsIfNew() ? "warn" : "ok") + ", ended: "
                + lifetime.ended().name().toLowerCase(Locale.ROOT);
    }

    private static String due(Evidence evidence) {
        if (evidence.partition().span().isEmpty()) {
            return "";
        }
        Span span = evidence.partition().span().get();
        return ", " + Display.moment(span.begin(), span.zone()) + " to " + Display.moment(span.end(), span.zone())
                + ", due "
                + Display.moment(span.deadline().toInstant(), span.zone())
                + (evidence.isDue() ? "" : ", not due yet")
                + (evidence.dataset().expects(evidence.partition()) ? "" : ", outside the calendar");
    }

    /**
     * Returns the names of the earlier partitions that the check would list first. Depending on what they contain, a
     * run may also list older ones.
     */
    private static String earlierPartitions(Check check, Evidence evidence) {
        Set<Partition> others = new HashSet<>(check.needs(evidence));
        others.remove(evidence.partition());
        List<String> nearest = evidence.dataset()
                .before(evidence.partition())
                .filter(others::contains)
                .limit(Math.min(MAX_NAMES, others.size()))
                .map(partition -> Display.visible(partition.label()))
                .toList();
        return nearest.isEmpty() ? "" : "; lists " + Display.firstOf(nearest, others.size());
    }

    private static String strayFolders(Check check, Evidence evidence) {
        String root = evidence.dataset().location().root();
        List<String> folders = check.searches(evidence).stream()
                .sorted()
                .map(folder -> Display.visible(root + folder))
                .toList();
        return folders.isEmpty() ? "" : "; searches for stray folders in " + Display.firstOf(MAX_NAMES, folders);
    }
}
