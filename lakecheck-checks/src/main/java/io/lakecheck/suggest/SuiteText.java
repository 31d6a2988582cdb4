// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.Outcome;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The YAML of a suggested dataset, with the evidence for each limit in a comment above it. */
final class SuiteText {

    private static final String DATASET = "    ";
    private static final String CHECK = "      ";

    private final YamlWriter yaml;
    private final DatasetDraft draft;
    private final Optional<Backtest> backtest;

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
        yaml.line("  " + YamlScalar.text(draft.name()) + ":");
        location();
        due();
        days();
        yaml.line(DATASET + "checks:");
        recency();
        size();
        delta();
    }

    private void location() {
        yaml.comment(DATASET, history());
        draft.schedule().ended().ifPresent(ended -> yaml.comment(DATASET, ended.evidence()));
        List<String> strays =
                draft.history().strays().stream().map(Display::visible).toList();
        if (!strays.isEmpty()) {
            yaml.comment(
                    DATASET,
                    "Stray folders next to these, whose names do not match the pattern: " + YamlWriter.list(strays));
        }
        yaml.line(DATASET + "location: " + YamlScalar.location(draft.location()));
    }

    private String history() {
        List<PastPartition> partitions = draft.sample().partitions();
        int more = draft.history().folders().size() - partitions.size();
        return partitions.isEmpty()
                ? periods(more) + (more == 1 ? ", which was not due yet." : ", none of which was due yet.")
                : periods(partitions.size()) + ", " + partitions.get(0).label() + " to "
                        + partitions.get(partitions.size() - 1).label() + "."
                        + (more == 0
                                ? ""
                                : " Left out: "
                                        + Display.count(
                                                more, "more " + draft.history().period())
                                        + (more == 1
                                                ? " that may still grow or is on a weekday without data."
                                                : " that may still grow or are on weekdays without data."));
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
        yaml.comment(
                CHECK,
                draft.marker()
                                .map(MarkerGuess::evidence)
                                .orElse(
                                        "No marker: no object is both present in most partitions and usually written last.")
                        // There is no point in listing the alerts if all past partitions look late.
                        + (arrivals.isPresent() ? alerts("recency") : ""));
        String keys = Stream.of(draft.marker().map(MarkerGuess::toYaml), arrivals.map(any -> "late: fail"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        yaml.line(CHECK + "- recency: " + (keys.isEmpty() ? "{}" : "{ " + keys + " }"));
    }

    private void size() {
        Optional<SizeRange> sizes = draft.limits().sizes();
        yaml.comment(
                CHECK,
                sizes.map(SizeRange::evidence).orElse("There is no partition yet to derive limits from.")
                        + excluded()
                        + alerts("size"));
        yaml.line(CHECK + "- size: " + sizes.map(SizeRange::toYaml).orElse("{ min: 1 }"));
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
                    "No delta is suggested, because the history is too short. Run suggest again when there is more data.");
            return;
        }
        ChangeRange changes = draft.limits().changes().get();
        String rhythm = draft.schedule().weekdays().rhythm(draft.history().period());
        String evidence = (rhythm.isEmpty() ? "" : rhythm + " ") + changes.evidence() + ". ";
        if (draft.isLong()) {
            yaml.comment(
                    CHECK,
                    evidence + "The history of "
                            + periods(draft.sample().good().size())
                            + " is long enough for the default baseline 'usual'." + alerts("delta"));
            yaml.line(CHECK + "- delta: {}");
        } else if (changes.isUseful()) {
            yaml.comment(
                    CHECK,
                    evidence + "The limits add a margin of 30 %, but are never tighter than 10 %." + alerts("delta"));
            yaml.line(CHECK + "- delta: " + changes.toYaml());
        } else {
            yaml.comment(
                    CHECK,
                    evidence + "No delta is suggested, because limits wide enough for these changes would detect"
                            + " nothing.");
        }
    }

    private String periods(long count) {
        return Display.count(count, draft.history().period().toString());
    }

    /** Returns the result of a check's backtest as a sentence. */
    private String alerts(String check) {
        return backtest.stream()
                .flatMap(result -> result.series().stream())
                .filter(series -> series.dataset().name().equals(draft.name())
                        && series.check().name().equals(check))
                .map(this::alerts)
                .collect(Collectors.joining());
    }

    private String alerts(Backtest.Series series) {
        long judged = series.findings().size() - series.count(Outcome.SKIPPED);
        List<String> labels = series.alerts().stream()
                .map(finding -> Display.visible(finding.partition().label()))
                .toList();
        return judged == 0
                ? " Backtest: nothing to check yet."
                : " Backtest: " + (labels.isEmpty() ? "no alerts" : Display.count(labels.size(), "alert")) + " in "
                        + periods(judged) + (labels.isEmpty() ? "." : ": " + YamlWriter.list(labels) + ".");
    }
}
