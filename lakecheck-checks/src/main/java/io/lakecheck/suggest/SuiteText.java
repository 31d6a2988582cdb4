// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes suggested datasets as YAML, with the evidence for each limit in a comment above it. */
final class SuiteText {

    private static final String DATASET = "    ";
    private static final String CHECK = "      ";

    private final YamlWriter yaml;
    private final DatasetDraft draft;
    private final Optional<Backtest> backtest;
    private boolean hasChecks;

    private SuiteText(YamlWriter yaml, DatasetDraft draft, Optional<Backtest> backtest) {
        this.yaml = yaml;
        this.draft = draft;
        this.backtest = backtest;
    }

    /**
     * Returns the lines of a suite.
     *
     * @param backtest the backtest of the suite, or empty if it has not been run yet
     */
    static List<String> of(SuiteHeader header, List<DatasetDraft> drafts, Optional<Backtest> backtest) {
        YamlWriter yaml = new YamlWriter();
        header.writeTo(yaml);
        yaml.line("datasets:");
        drafts.forEach(draft -> new SuiteText(yaml, draft, backtest).write());
        return yaml.lines();
    }

    private void write() {
        int start = yaml.lines().size();
        yaml.line("  " + YamlScalar.text(draft.name()) + ":");
        location();
        due();
        days();
        yaml.line(DATASET + "checks:");
        recency();
        size();
        delta();
        if (!hasChecks) {
            yaml.commentOut(start);
        }
    }

    private void location() {
        yaml.comment(DATASET, history());
        draft.history().found().table().ifPresent(table -> yaml.comment(DATASET, table.limits()));
        draft.schedule().ended().ifPresent(ended -> yaml.comment(DATASET, ended.evidence()));
        List<String> strays =
                draft.history().found().strays().stream().map(Display::visible).toList();
        if (!strays.isEmpty()) {
            yaml.comment(DATASET, "Stray folders, whose names do not match the pattern: " + YamlWriter.list(strays));
        }
        yaml.line(DATASET + "location: " + YamlScalar.location(draft.location()));
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
                                                more, "more " + draft.history().period())
                                        + (more == 1
                                                ? " is excluded, because it may still grow or is a weekday that"
                                                        + " usually has no data."
                                                : " are excluded, because they may still grow or are weekdays that"
                                                        + " usually have no data."));
    }

    private void due() {
        yaml.comment(
                DATASET,
                draft.schedule()
                        .arrivals()
                        .map(arrivals -> arrivals.evidence(draft.history().layout()))
                        .orElseGet(() -> Arrivals.noEvidence(draft.history().period())));
        yaml.line(DATASET + "due: " + YamlScalar.duration(draft.due()));
    }

    private void days() {
        WeekdayPattern weekdays = draft.schedule().weekdays();
        if (!weekdays.isEveryDay()) {
            yaml.comment(DATASET, weekdays.evidence());
            yaml.line(DATASET + "days: " + weekdays.toYaml());
        }
    }

    private void recency() {
        Optional<Arrivals> arrivals = draft.schedule().arrivals();
        String keys = Stream.of(draft.marker().map(MarkerGuess::toYaml), arrivals.map(any -> "late: fail"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        check(
                "recency",
                draft.marker()
                        .map(MarkerGuess::evidence)
                        .orElse("No marker: no object is both present in most partitions and usually written"
                                + " last."),
                keys.isEmpty() ? "{}" : "{ " + keys + " }",
                // If the arrival times are unknown, all past partitions look late, so the alerts are not worth listing.
                arrivals.isPresent());
    }

    private void size() {
        Optional<SizeRange> sizes = draft.limits().sizes();
        check(
                "size",
                sizes.map(SizeRange::evidence).orElse("There are no partitions yet to derive limits from.")
                        + excluded(),
                sizes.map(SizeRange::toYaml).orElse("{ min: 1 }"),
                true);
    }

    private String excluded() {
        List<String> labels = draft.sample().excluded().stream()
                .sorted(Comparator.comparing(partition -> partition.span().from()))
                .map(PastPartition::label)
                .toList();
        return labels.isEmpty()
                ? ""
                : " Excluded partitions (empty, incomplete or outliers): " + YamlWriter.list(labels) + ".";
    }

    private void delta() {
        if (draft.limits().changes().isEmpty()) {
            yaml.comment(
                    CHECK,
                    "No delta check is suggested, because the history is too short. Run suggest again when there is"
                            + " more data.");
            return;
        }
        ChangeRange changes = draft.limits().changes().get();
        String rhythm = draft.schedule().weekdays().rhythm(draft.history().period());
        String evidence = (rhythm.isEmpty() ? "" : rhythm + " ") + changes.evidence() + ". ";
        if (draft.isLong()) {
            check(
                    "delta",
                    evidence + "The history of "
                            + periods(draft.sample().good().size())
                            + " is long enough for the default baseline 'usual'.",
                    "{}",
                    true);
        } else if (changes.isUseful()) {
            check(
                    "delta",
                    evidence + "The limits add a margin of 30 %, but are never tighter than 10 %.",
                    changes.toYaml(),
                    true);
        } else {
            yaml.comment(
                    CHECK,
                    evidence + "No delta check is suggested, because limits wide enough for these changes would"
                            + " detect nothing.");
        }
    }

    private String periods(long count) {
        return Display.count(count, draft.history().period().toString());
    }

    /**
     * Adds a comment with the evidence for a check, followed by the check. If it alerted too often in the past, the
     * check itself is commented out.
     */
    private void check(String name, String evidence, String keys, boolean showsAlerts) {
        Optional<PastAlerts> alerts = pastAlerts(name);
        boolean isSuggested = alerts.filter(PastAlerts::areTooFrequent).isEmpty();
        yaml.comment(
                CHECK,
                evidence
                        + alerts.filter(found -> showsAlerts || !isSuggested)
                                .map(found -> " " + found.evidence())
                                .orElse(""));
        yaml.line(CHECK + (isSuggested ? "- " : "# - ") + name + ": " + keys);
        hasChecks = hasChecks || isSuggested;
    }

    private Optional<PastAlerts> pastAlerts(String check) {
        return backtest.stream()
                .flatMap(result -> result.series().stream())
                .filter(series -> series.dataset().name().equals(draft.name())
                        && series.check().name().equals(check))
                .findFirst()
                .map(PastAlerts::new);
    }
}
