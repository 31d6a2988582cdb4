// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Writes where the partitions of a suggested entry are: its location, members and runs. */
final class LocationText {

    private final YamlWriter yaml;
    private final EntryDraft entry;
    private final DatasetDraft draft;

    LocationText(YamlWriter yaml, EntryDraft entry) {
        this.yaml = yaml;
        this.entry = entry;
        this.draft = entry.draft();
    }

    void write() {
        yaml.comment(EntryText.INDENT, history());
        names();
        draft.history().found().table().ifPresent(table -> yaml.comment(EntryText.INDENT, table.limits()));
        draft.schedule().ended().ifPresent(ended -> yaml.comment(EntryText.INDENT, ended.evidence()));
        strays();
        yaml.line(EntryText.INDENT + "location: " + YamlScalar.location(draft.location()));
        if (draft.history().period().isMinutes()) {
            yaml.line(EntryText.INDENT + "period: "
                    + YamlScalar.duration(
                            Duration.ofMinutes(draft.history().period().length())));
        }
        if (!entry.isSingle()) {
            members();
        }
        runs();
    }

    /** Writes what the dates in the names mean, if it is not the obvious meaning. */
    private void names() {
        if (draft.history().layout().isNamedByRun()) {
            yaml.comment(
                    EntryText.INDENT,
                    "The folders are named after the " + draft.history().period()
                            + " on which a job runs: they were complete in the first half of it. So their data is taken"
                            + " for that of the " + draft.history().period() + " before.");
        }
        if (draft.history().layout().isNamedAhead()) {
            String period = draft.history().period().toString();
            yaml.comment(
                    EntryText.INDENT,
                    "The folders are named after later " + Display.plural(period) + ": they were complete before these"
                            + " began. With the shift, each is due at the time at which it was written so far, not"
                            + " after the " + period + " in its name.");
        }
        if (draft.history().layout().isNamedByMonthEnd()) {
            yaml.comment(
                    EntryText.INDENT,
                    "All dates are the last days of months, so each partition is taken for that of a whole month. If it"
                            + " covers the last day only, remove " + MonthEnds.SHIFT + " and set days: last day.");
        }
    }

    private void strays() {
        List<String> strays = draft.history().found().strays().mistakes().stream()
                .map(Display::visible)
                .toList();
        if (!strays.isEmpty()) {
            yaml.comment(
                    EntryText.INDENT,
                    "Stray folders, whose names do not match the pattern: " + YamlWriter.list(strays));
        }
    }

    private void runs() {
        String periods = Display.plural(draft.history().period().toString());
        switch (draft.history().found().runs()) {
            case NEWEST -> {
                yaml.comment(
                        EntryText.INDENT,
                        "Most " + periods + " have one run, and some have several. The newest is assumed"
                                + " to replace the others; remove this to add them up.");
                yaml.line(EntryText.INDENT + "runs: newest");
            }
            case EACH -> {
                yaml.comment(
                        EntryText.INDENT,
                        "Most " + periods + " have several runs. Each is checked, because each seems to add data;"
                                + " if the newest replaces the others, set runs: newest.");
                yaml.line(EntryText.INDENT + "runs: each");
            }
            case ALL -> {}
        }
    }

    private void members() {
        entry.members()
                .forEach(members -> yaml.comment(
                        EntryText.INDENT,
                        Display.count(members.names().size(), "name") + " for {" + members.placeholder() + "}: "
                                + YamlWriter.list(members.names().stream()
                                        .map(Display::visible)
                                        .toList())
                                + "."));
        yaml.comment(
                EntryText.INDENT,
                (entry.read().size() < entry.size()
                                ? entry.read().size() + " of the " + entry.size() + " datasets were read and have the"
                                        + " same folders; the others are assumed to have them, too."
                                : "All " + entry.size() + " datasets were read and have the same folders.")
                        + (entry.members().stream().anyMatch(Members::isOpen)
                                ? " With *, each run finds the names in the lake."
                                : ""));
        yaml.line(EntryText.INDENT
                + entry.members().stream().map(Members::toYaml).collect(Collectors.joining(", ", "each: { ", " }")));
    }

    private String history() {
        List<PastPartition> partitions = draft.sample().partitions();
        int more = Math.toIntExact(
                draft.history().partitions().size() + draft.history().growing() - partitions.size());
        return partitions.isEmpty()
                ? draft.history().periods(more)
                        + (more == 1 ? ", which is not due yet." : ", none of which is due yet.")
                        + " Until the first " + draft.history().period()
                        + " is due, this dataset is a comment, because its checks would fail."
                : draft.history().periods(partitions.size()) + ", "
                        + partitions.get(0).label()
                        + (partitions.size() == 1
                                ? "."
                                : " to " + partitions.get(partitions.size() - 1).label() + ".")
                        + (more == 0
                                ? ""
                                : " "
                                        + Display.count(
                                                more, "more " + draft.history().period()) + excluded(more));
    }

    private String excluded(int more) {
        if (more == draft.history().growing()) {
            return more == 1 ? " has not ended yet." : " have not ended yet.";
        }
        return more == 1
                ? " is excluded, because it may still grow or is a weekday that usually has no data."
                : " are excluded, because they may still grow or are weekdays that usually have no data.";
    }
}
