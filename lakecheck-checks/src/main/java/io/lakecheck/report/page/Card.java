// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;

/**
 * One dataset as the page shows it. All texts are visible and harmless, but for HTML.
 *
 * @param id where links lead
 * @param name the dataset's
 * @param state the state that its checks leave it in
 * @param partition what the judged partition is called; empty for an undated dataset
 * @param folder where that is
 * @param facts what was found there: names and values
 * @param lines its verdicts
 * @param charts pictures of its history; none where there is none to show
 * @param rows the evidence, the judged partition first
 * @param leftRows how many earlier partitions more were looked at
 */
record Card(
        String id,
        String name,
        State state,
        String partition,
        String folder,
        List<Fact> facts,
        List<Line> lines,
        List<Chart> charts,
        List<Row> rows,
        int leftRows) {

    /** A name and its value. */
    record Fact(String name, String value) {}

    static Card of(String id, Dataset dataset, List<Finding> findings) {
        Evidence evidence = findings.get(0).evidence();
        Window window = Window.of(findings);
        return new Card(
                id,
                Display.visible(dataset.name()),
                State.of(findings),
                Display.visible(evidence.partition().label()),
                Display.visible(evidence.partition().folder()),
                Facts.of(evidence),
                findings.stream().map(Line::of).toList(),
                Chart.of(findings, window),
                window.columns().stream().map(column -> Row.of(dataset, column)).toList(),
                window.left());
    }

    /** What was found in the judged partition; empty where it could not be looked. */
    static Optional<Snapshot> current(Evidence evidence) {
        return evidence.observations().get(evidence.partition()) instanceof Snapshot snapshot
                ? Optional.of(snapshot)
                : Optional.empty();
    }
}
