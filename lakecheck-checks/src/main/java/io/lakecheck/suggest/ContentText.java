// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.List;

/** Writes what the partitions of a suggested entry contain: its parts, and whether there may be no data. */
final class ContentText {

    private final YamlWriter yaml;
    private final EntryDraft entry;
    private final DatasetDraft draft;

    ContentText(YamlWriter yaml, EntryDraft entry) {
        this.yaml = yaml;
        this.entry = entry;
        this.draft = entry.draft();
    }

    void write() {
        draft.history().parts().ifPresent(parts -> {
            yaml.comment(
                    EntryText.INDENT,
                    parts.isLearned()
                            ? "Nearly all recent partitions have the same parts. A part that most of the previous"
                                    + " partitions had must be there."
                            : "All recent partitions have these parts.");
            yaml.line(EntryText.INDENT + "parts: " + PartSearch.toYaml(parts));
        });
        if (entry.mayBeEmpty()) {
            yaml.comment(
                    EntryText.INDENT,
                    "Some partitions contain only their marker, so nothing may have happened. Remove this if each "
                            + draft.history().period() + " must have data.");
            yaml.line(EntryText.INDENT + "empty: allow");
        } else {
            empty(entry.read().stream()
                    .flatMap(read -> read.sample().newestEmpty().stream())
                    .map(PastPartition::label)
                    .distinct()
                    .sorted()
                    .toList());
        }
    }

    private void empty(List<String> newest) {
        if (!newest.isEmpty()) {
            yaml.comment(
                    EntryText.INDENT,
                    "The newest partitions contain only their marker: " + YamlWriter.list(newest)
                            + ". If nothing happened in them, set empty: allow.");
        }
    }
}
