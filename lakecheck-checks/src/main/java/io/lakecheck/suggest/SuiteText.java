// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.Runs;
import io.lakecheck.partition.Span;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes suggested datasets as YAML, with the evidence for each limit in a comment above it. */
final class SuiteText {

    private static final String DATASET = "    ";
    private static final String CHECK = "      ";

    private final YamlWriter yaml;
    private final EntryDraft entry;
    private final DatasetDraft draft;
    private final Optional<Backtest> backtest;
    private boolean hasChecks;

    private SuiteText(YamlWriter yaml, EntryDraft entry, Optional<Backtest> backtest) {
        this.yaml = yaml;
        this.entry = entry;
        this.draft = entry.draft();
        this.backtest = backtest;
    }

    /**
     * Returns the lines of a suite.
     *
     * @param backtest the backtest of the suite, or empty if it has not been run yet
     */
    static List<String> of(SuiteHeader header, List<EntryDraft> drafts, Optional<Backtest> backtest) {
        YamlWriter yaml = new YamlWriter();
        header.writeTo(yaml);
        yaml.line("datasets:");
        drafts.forEach(entry -> new SuiteText(yaml, entry, backtest).write());
        return yaml.lines();
    }

    private void write() {
        int start = yaml.lines().size();
        yaml.line("  " + YamlScalar.text(draft.name()) + ":");
        location();
        due();
        days();
        exceptions();
        yaml.line(DATASET + "checks:");
        SuggestedChecks.of(entry).forEach(this::check);
        if (!hasChecks) {
            yaml.commentOut(start);
        }
    }

    private void location() {
        yaml.comment(DATASET, history());
        if (draft.history().layout().isNamedByRun()) {
            yaml.comment(
                    DATASET,
                    "The folders are named after the " + draft.history().period()
                            + " on which a job runs: they were complete in the first half of it. So their data is taken"
                            + " for that of the " + draft.history().period() + " before.");
        }
        if (draft.history().layout().isNamedByMonthEnd()) {
            yaml.comment(
                    DATASET,
                    "All dates are the last days of months, so each partition is taken for that of a whole month. If it"
                            + " covers the last day only, remove " + MonthEnds.SHIFT + " and set days: last day.");
        }
        draft.history().found().table().ifPresent(table -> yaml.comment(DATASET, table.limits()));
        draft.schedule().ended().ifPresent(ended -> yaml.comment(DATASET, ended.evidence()));
        List<String> strays =
                draft.history().found().strays().stream().map(Display::visible).toList();
        if (!strays.isEmpty()) {
            yaml.comment(DATASET, "Stray folders, whose names do not match the pattern: " + YamlWriter.list(strays));
        }
        yaml.line(DATASET + "location: " + YamlScalar.location(draft.location()));
        if (draft.history().period().isMinutes()) {
            yaml.line(DATASET + "period: "
                    + YamlScalar.duration(
                            Duration.ofMinutes(draft.history().period().length())));
        }
        if (!entry.isSingle()) {
            members();
        }
        if (draft.history().found().runs() == Runs.NEWEST) {
            yaml.comment(
                    DATASET,
                    "Most " + Display.plural(draft.history().period().toString())
                            + " have one run, and some have several. The newest is assumed"
                            + " to replace the others; remove this to add them up.");
            yaml.line(DATASET + "runs: newest");
        }
    }

    private void members() {
        entry.members()
                .forEach(members -> yaml.comment(
                        DATASET,
                        Display.count(members.names().size(), "name") + " for {" + members.placeholder() + "}: "
                                + YamlWriter.list(members.names().stream()
                                        .map(Display::visible)
                                        .toList())
                                + "."));
        yaml.comment(
                DATASET,
                (entry.read().size() < entry.size()
                                ? entry.read().size() + " of the " + entry.size() + " datasets were read and have the"
                                        + " same folders; the others are assumed to have them, too."
                                : "All " + entry.size() + " datasets were read and have the same folders.")
                        + (entry.members().stream().anyMatch(Members::isOpen)
                                ? " With *, each run finds the names in the lake."
                                : ""));
        yaml.line(DATASET
                + entry.members().stream().map(Members::toYaml).collect(Collectors.joining(", ", "each: { ", " }")));
    }

    private String history() {
        List<PastPartition> partitions = draft.sample().partitions();
        int more = Math.toIntExact(
                draft.history().partitions().size() + draft.history().growing() - partitions.size());
        return partitions.isEmpty()
                ? periods(more) + (more == 1 ? ", which is not due yet." : ", none of which is due yet.")
                : periods(partitions.size()) + ", " + partitions.get(0).label()
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

    private void due() {
        yaml.comment(
                DATASET,
                draft.schedule()
                        .arrivals()
                        .map(this::arrivals)
                        .orElseGet(() -> draft.sample().partitions().isEmpty()
                                ? "No partition has been due yet, so the arrival times are unknown. The deadline is a"
                                        + " guess."
                                : Arrivals.noEvidence(draft.history().period())));
        yaml.line(DATASET + "due: " + YamlScalar.duration(draft.due()));
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
        ExpectedTimes times = draft.schedule().times();
        times.rhythm().ifPresent(rhythm -> {
            yaml.comment(
                    DATASET,
                    "There is data on these days only. Check that they are meant, not others on which they happen to"
                            + " fall.");
            yaml.line(DATASET + rhythm.yaml());
        });
        if (!times.weekdays().isEveryDay()) {
            yaml.comment(DATASET, times.weekdays().evidence());
            yaml.line(DATASET + "days: " + times.weekdays().toYaml());
        }
        if (!times.hours().isEveryHour()) {
            yaml.comment(DATASET, times.hours().evidence());
            yaml.line(DATASET + "hours: " + times.hours().toYaml());
        }
    }

    private void exceptions() {
        Absences absences = draft.schedule().absences();
        Holidays holidays = Holidays.among(absences, draft.schedule().times().weekdays());
        if (absences.areNormal()) {
            yaml.comment(
                    DATASET,
                    absences.spans().size() + " of " + periods(absences.expected())
                            + " have no data, and no pattern was found. If data must arrive at certain times, set days"
                            + " or only instead.");
            yaml.line(DATASET + "absent: ok");
        }
        if (!absences.areNormal()) {
            absences.longest().map(this::gap).ifPresent(text -> yaml.comment(DATASET, text));
            holidays.writeTo(yaml, DATASET);
        }
        draft.history().parts().ifPresent(parts -> {
            yaml.comment(
                    DATASET,
                    parts.isLearned()
                            ? "Nearly all recent partitions have the same parts. A part that most of the previous"
                                    + " partitions had must be there."
                            : "All recent partitions have these parts.");
            yaml.line(DATASET + "parts: " + PartSearch.toYaml(parts));
        });
        if (entry.mayBeEmpty()) {
            yaml.comment(
                    DATASET,
                    "Some partitions contain only their marker, so nothing may have happened. Remove this if each "
                            + draft.history().period() + " must have data.");
            yaml.line(DATASET + "empty: allow");
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
                    DATASET,
                    "The newest partitions contain only their marker: " + YamlWriter.list(newest)
                            + ". If nothing happened in them, set empty: allow.");
        }
    }

    private String gap(List<Span> gap) {
        return "The longest gap, from " + label(gap.get(0)) + " to " + label(gap.get(gap.size() - 1)) + ", is "
                + periods(gap.size()) + " long. It may be an outage, or the time before regular deliveries.";
    }

    private String label(Span span) {
        return Display.visible(draft.history().layout().location().at(span).label());
    }

    private String periods(long count) {
        return Display.count(count, draft.history().period().toString());
    }

    /**
     * Adds a comment with the evidence for a check, followed by the check. If it alerted too often in the past, the
     * check itself is commented out.
     */
    private void check(SuggestedCheck check) {
        Optional<PastAlerts> alerts = pastAlerts(check.name());
        boolean isSuggested = alerts.filter(PastAlerts::areTooFrequent).isEmpty();
        yaml.comment(
                CHECK,
                check.evidence()
                        + alerts.filter(found -> check.showsAlerts() || !isSuggested)
                                .map(found -> " " + found.evidence())
                                .orElse(""));
        check.keys().ifPresent(keys -> {
            yaml.line(CHECK + (isSuggested ? "- " : "# - ") + check.name() + ": " + keys);
            hasChecks = hasChecks || isSuggested;
        });
    }

    private Optional<PastAlerts> pastAlerts(String check) {
        List<Backtest.Series> series = backtest.stream()
                .flatMap(result -> result.series().stream())
                .filter(each -> each.check().name().equals(check))
                .filter(each -> entry.read().stream()
                        .anyMatch(read -> read.name().equals(each.dataset().name())))
                .toList();
        return series.isEmpty() ? Optional.empty() : Optional.of(PastAlerts.of(series));
    }
}
