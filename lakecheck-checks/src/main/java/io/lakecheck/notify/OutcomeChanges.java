// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which datasets ended otherwise than the run before. A pass and a skip are the same: neither wants anybody. */
final class OutcomeChanges {

    private OutcomeChanges() {}

    /**
     * A line each, in the suite's order: {@code kpi-daily PASSED, FAILED before}. One that is new counts where it is
     * not in order.
     */
    static List<String> of(Report report, Map<String, Outcome> before) {
        List<String> changes = new ArrayList<>();
        for (Map.Entry<Dataset, List<Finding>> each : report.byDataset().entrySet()) {
            String name = each.getKey().name();
            Outcome now = Outcome.worst(each.getValue().stream().map(Finding::outcome));
            Outcome then = before.getOrDefault(name, Outcome.PASSED);
            if (matters(now) != matters(then)) {
                changes.add(Display.visible(name) + " " + now
                        + (before.containsKey(name) ? ", " + then + " before" : ", new"));
            }
        }
        return changes;
    }

    private static Outcome matters(Outcome outcome) {
        return outcome == Outcome.SKIPPED ? Outcome.PASSED : outcome;
    }
}
