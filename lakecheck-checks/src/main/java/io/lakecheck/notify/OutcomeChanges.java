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

/**
 * The datasets whose outcome has changed since the previous run. PASSED and SKIPPED count as the same outcome, because
 * neither needs attention.
 */
final class OutcomeChanges {

    private OutcomeChanges() {}

    /**
     * Returns one line for each change, such as {@code kpi-daily FAILED, previously PASSED}, in the suite's order. A
     * new dataset counts as a change unless it is PASSED or SKIPPED.
     */
    static List<String> of(Report report, Map<String, Outcome> previous) {
        List<String> changes = new ArrayList<>();
        for (Map.Entry<Dataset, List<Finding>> each : report.byDataset().entrySet()) {
            String name = each.getKey().name();
            Outcome now = Outcome.worst(each.getValue().stream().map(Finding::outcome));
            Outcome before = previous.getOrDefault(name, Outcome.PASSED);
            if (withoutSkips(now) != withoutSkips(before)) {
                changes.add(Display.visible(name) + " " + now
                        + (previous.containsKey(name) ? ", previously " + before : ", not in the previous run"));
            }
        }
        return changes;
    }

    private static Outcome withoutSkips(Outcome outcome) {
        return outcome == Outcome.SKIPPED ? Outcome.PASSED : outcome;
    }
}
