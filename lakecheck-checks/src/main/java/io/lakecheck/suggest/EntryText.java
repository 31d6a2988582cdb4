// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

/** Writes a suggested entry as YAML, with the evidence for each key in a comment above it. */
final class EntryText {

    /** The indentation of an entry's keys. */
    static final String INDENT = "    ";

    private EntryText() {}

    /** Writes an entry. If it is not suggested, all of it is commented out. */
    static void write(YamlWriter yaml, EntryDraft entry, Decisions decisions) {
        int start = yaml.lines().size();
        yaml.line("  " + YamlScalar.text(entry.draft().name()) + ":");
        new LocationText(yaml, entry).write();
        new ScheduleText(yaml, entry).write();
        new ContentText(yaml, entry).write();
        yaml.line(INDENT + "checks:");
        new CheckText(yaml, entry, decisions).write();
        if (!decisions.isSuggested(entry)) {
            yaml.commentOut(start);
        }
    }
}
