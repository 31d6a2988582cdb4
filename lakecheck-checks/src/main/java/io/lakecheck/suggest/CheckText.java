// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Optional;

/** Writes the checks of a suggested entry, with the evidence for each in a comment above it. */
final class CheckText {

    private static final String INDENT = "      ";

    private final YamlWriter yaml;
    private final EntryDraft entry;
    private final Decisions decisions;

    CheckText(YamlWriter yaml, EntryDraft entry, Decisions decisions) {
        this.yaml = yaml;
        this.entry = entry;
        this.decisions = decisions;
    }

    void write() {
        SuggestedChecks.of(entry, decisions.skippedNextTo(entry)).forEach(this::write);
    }

    /** Writes a check. If it alerted too often in the past, the check itself is commented out. */
    private void write(SuggestedCheck check) {
        Optional<PastAlerts> alerts = decisions.pastAlerts(entry, check);
        boolean isSuggested = decisions.isSuggested(entry, check);
        yaml.comment(
                INDENT,
                check.evidence()
                        + alerts.filter(found -> check.showsAlerts() || !isSuggested)
                                .map(found -> " " + found.evidence())
                                .orElse(""));
        check.keys().ifPresent(keys -> yaml.line(INDENT + (isSuggested ? "- " : "# - ") + check.name() + ": " + keys));
    }
}
