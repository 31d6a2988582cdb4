// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The beginning of a suggested suite, before its datasets.
 *
 * @param folder the folder that was listed, as written in the suite
 * @param zone the time zone of the dates in folder names, or empty if unknown
 * @param now the time at which the suite was suggested
 * @param leftovers what was found but is in no dataset
 */
record SuiteHeader(String folder, Optional<ZoneId> zone, Instant now, Leftovers leftovers) {

    private static final ZoneId DEFAULT = ZoneId.of("UTC");

    static ZoneId orDefault(Optional<ZoneId> zone) {
        return zone.orElse(DEFAULT);
    }

    /** @param drafts the entries that follow */
    void writeTo(YamlWriter yaml, List<EntryDraft> drafts) {
        yaml.comment(
                "",
                "Suggested on " + Display.moment(now, orDefault(zone)) + " from the data under "
                        + Display.visible(folder)
                        + ". The comment above each limit explains how the limit was derived. Review and adjust the"
                        + " limits.");
        leftovers.writeTo(yaml, folder);
        if (drafts.stream().anyMatch(SuiteHeader::mayHaveLeftovers)) {
            yaml.comment(
                    "",
                    "Complete partitions do not show leftovers, which a job removes when it has finished. If there can be"
                            + " any, set them in recency, for example absent: INCOMPLETE.");
        }
        if (zone.isEmpty()) {
            yaml.comment(
                    "",
                    "The time zone of the dates in folder names is unknown, so UTC is assumed. Correct it here, or run"
                            + " suggest again with, for example, lakecheck.zone=Europe/London.");
        }
        yaml.line("zone: " + orDefault(zone));
    }

    /** Returns whether a job may write flags that it removes when it has finished, because nothing else shows that. */
    private static boolean mayHaveLeftovers(EntryDraft entry) {
        DatasetDraft draft = entry.draft();
        return draft.marker().isEmpty()
                && draft.schedule().continuous().isEmpty()
                && !draft.history().layout().isSingleFile();
    }
}
