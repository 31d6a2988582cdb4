// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Span;
import java.util.List;

/** Writes when the partitions of a suggested entry arrive: its deadline, and the days and hours that have data. */
final class ScheduleText {

    private final YamlWriter yaml;
    private final DatasetDraft draft;

    ScheduleText(YamlWriter yaml, EntryDraft entry) {
        this.yaml = yaml;
        this.draft = entry.draft();
    }

    void write() {
        due();
        days();
        absences();
    }

    private void due() {
        yaml.comment(
                EntryText.INDENT,
                draft.schedule()
                        .arrivals()
                        .map(this::arrivals)
                        .orElseGet(() -> draft.sample().partitions().isEmpty()
                                ? "No partition has been due yet, so the arrival times are unknown. The deadline is a"
                                        + " guess."
                                : Arrivals.noEvidence(draft.history().period())));
        yaml.line(EntryText.INDENT + "due: " + YamlScalar.duration(draft.due()));
    }

    private String arrivals(Arrivals arrivals) {
        return draft.schedule()
                .continuous()
                .map(writes -> writes.evidence(draft.history().period().toString())
                        + " The deadline is soon after it."
                        + arrivals.late())
                .orElseGet(() -> arrivals.evidence(draft.history().layout()));
    }

    private void days() {
        draft.schedule()
                .changed()
                .ifPresent(first -> yaml.comment(
                        EntryText.INDENT,
                        "Before " + draft.history().label(first)
                                + ", data arrived at other times. Limits are derived only from the partitions since"
                                + " then."));
        ExpectedTimes times = draft.schedule().times();
        times.rhythm().ifPresent(rhythm -> {
            yaml.comment(
                    EntryText.INDENT,
                    "There is data on these days only. Check that they are meant, not others on which they happen to"
                            + " fall.");
            yaml.line(EntryText.INDENT + rhythm.yaml());
        });
        if (!times.weekdays().isEveryDay()) {
            yaml.comment(EntryText.INDENT, times.weekdays().evidence());
            yaml.line(EntryText.INDENT + "days: " + times.weekdays().toYaml());
        }
        if (!times.hours().isEveryHour()) {
            yaml.comment(EntryText.INDENT, times.hours().evidence());
            yaml.line(EntryText.INDENT + "hours: " + times.hours().toYaml());
        }
    }

    private void absences() {
        Absences absences = draft.schedule().absences();
        Holidays holidays = Holidays.among(absences, draft.schedule().times().weekdays());
        if (absences.areNormal()) {
            yaml.comment(
                    EntryText.INDENT,
                    absences.spans().size() + " of " + draft.history().periods(absences.expected())
                            + " have no data, and no pattern was found. If data must arrive at certain times, set days"
                            + " or only instead.");
            yaml.line(EntryText.INDENT + "absent: ok");
        }
        if (!absences.areNormal()) {
            absences.longest().map(this::gap).ifPresent(text -> yaml.comment(EntryText.INDENT, text));
            holidays.writeTo(yaml, EntryText.INDENT);
        }
    }

    private String gap(List<Span> gap) {
        return "The longest gap, from " + draft.history().label(gap.get(0)) + " to "
                + draft.history().label(gap.get(gap.size() - 1)) + ", is "
                + draft.history().periods(gap.size())
                + " long. It may be an outage, or the time before regular deliveries.";
    }
}
