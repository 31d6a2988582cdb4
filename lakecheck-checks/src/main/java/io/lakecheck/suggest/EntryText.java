// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.survey.Backtest;
import java.util.Optional;

/** Writes a suggested entry as YAML, with the evidence for each key in a comment above it. */
final class EntryText {

    /** The indentation of an entry's keys. */
    static final String INDENT = "    ";

    private EntryText() {}

    /**
     * Writes an entry. If none of its checks is suggested, all of it is commented out.
     *
     * @param backtest the backtest of the suite, or empty if it has not been run yet
     */
    static void write(YamlWriter yaml, EntryDraft entry, Optional<Backtest> backtest) {
        int start = yaml.lines().size();
        yaml.line("  " + YamlScalar.text(entry.draft().name()) + ":");
        new LocationText(yaml, entry).write();
        new ScheduleText(yaml, entry).write();
        new ContentText(yaml, entry).write();
        yaml.line(INDENT + "checks:");
        boolean hasChecks = new CheckText(yaml, entry, backtest).write();
        if (!hasChecks) {
            yaml.commentOut(start);
        }
    }
}
