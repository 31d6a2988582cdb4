// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Severity;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells people what a run would list and judge, before anybody looks at a lake. */
public final class PlanConsole {

    /** More than these are counted instead of named. */
    private static final int NAMED = 4;

    private final Console console;

    public PlanConsole(Console console) {
        this.console = console;
    }

    /** A block a dataset: the partition, its deadline, and what each check would ask for and look at. */
    public void report(List<Evidence> plan) {
        for (Evidence evidence : plan) {
            Dataset dataset = evidence.dataset();
            console.info("");
            console.info(Display.visible(dataset.name()) + " at "
                    + Display.visible(evidence.partition().folder()) + due(evidence));
            for (Check check : dataset.checks()) {
                console.info("  " + check.name() + (check.severity() == Severity.WARN ? " (warn): " : ": ")
                        + check.describe() + lookingAt(check, evidence) + searching(check, evidence));
            }
        }
        console.info("");
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

    /** What it looks at first; further back only where that is no fair measure. */
    private static String lookingAt(Check check, Evidence evidence) {
        Set<Partition> others = new HashSet<>(check.needs(evidence));
        others.remove(evidence.partition());
        List<String> earlier = evidence.dataset()
                .before(evidence.partition())
                .filter(others::contains)
                .limit(Math.min(NAMED, others.size()))
                .map(partition -> Display.visible(partition.label()))
                .toList();
        return earlier.isEmpty() ? "" : ": " + Display.firstOf(earlier, others.size());
    }

    private static String searching(Check check, Evidence evidence) {
        String root = evidence.dataset().location().root();
        List<String> folders = check.searches(evidence).stream()
                .sorted()
                .map(folder -> Display.visible(root + folder))
                .toList();
        return folders.isEmpty() ? "" : ", strays in " + Display.firstOf(NAMED, folders);
    }
}
