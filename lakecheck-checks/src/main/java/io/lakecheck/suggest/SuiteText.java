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

/** Writes a draft down as a dataset of a suite, each limit under the evidence for it. */
final class SuiteText {

    private static final String DATASET = "    ";
    private static final String CHECK = "      ";

    private final YamlWriter sheet;
    private final DatasetDraft draft;
    private final Optional<Backtest> past;

    private SuiteText(YamlWriter sheet, DatasetDraft draft, Optional<Backtest> past) {
        this.sheet = sheet;
        this.draft = draft;
        this.past = past;
    }

    /** @param past what the suite would have flagged; empty where that is not known yet */
    static List<String> of(SuiteHeader preface, List<DatasetDraft> drafts, Optional<Backtest> past) {
        YamlWriter sheet = new YamlWriter();
        preface.writeTo(sheet);
        sheet.line("datasets:");
        drafts.forEach(draft -> new SuiteText(sheet, draft, past).write());
        return sheet.lines();
    }

    private void write() {
        sheet.line("  " + YamlScalar.word(draft.name()) + ":");
        sheet.comment(DATASET, history());
        draft.silence().ifPresent(silence -> sheet.comment(DATASET, silence.evidence()));
        if (!draft.past().strays().isEmpty()) {
            List<String> strays =
                    draft.past().strays().stream().map(Display::visible).toList();
            sheet.comment(
                    DATASET,
                    "Strays, which lie beside the dated folders and are named otherwise: " + YamlWriter.listed(strays)
                            + ".");
        }
        sheet.line(DATASET + "location: " + YamlScalar.address(draft.location()));
        sheet.comment(
                DATASET,
                draft.arrivals()
                        .map(arrivals -> arrivals.evidence(draft.past().layout()))
                        .orElseGet(() -> Arrivals.noEvidence(draft.past().period())));
        sheet.line(DATASET + "due: " + YamlScalar.duration(draft.due()));
        if (!draft.week().isWhole()) {
            sheet.comment(DATASET, draft.week().evidence());
            sheet.line(DATASET + "days: " + draft.week().words());
        }
        sheet.line(DATASET + "checks:");
        recency();
        size();
        delta();
    }

    private String history() {
        List<PastPartition> parts = draft.parts();
        int more = draft.past().piles().size() - parts.size();
        return parts.isEmpty()
                ? periods(more) + ", and none of them was due yet."
                : periods(parts.size()) + ", " + parts.get(0).label() + " to "
                        + parts.get(parts.size() - 1).label() + "."
                        + (more == 0
                                ? ""
                                : " Left out, as what may still grow or lies on days without data: " + more + ".");
    }

    private void recency() {
        // Where all of the past looks late, to say so of each day would tell nothing.
        String rung = draft.arrivals().isPresent() ? alerts("recency") : "";
        sheet.comment(
                CHECK,
                draft.seal()
                                .map(MarkerGuess::evidence)
                                .orElse("There is no name that most of them have and that is written last: no marker.")
                        + rung);
        String words = Stream.of(
                        draft.seal().map(MarkerGuess::words), draft.arrivals().map(arrivals -> "late: fail"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        sheet.line(CHECK + "- recency: " + (words.isEmpty() ? "{}" : "{ " + words + " }"));
    }

    private void size() {
        sheet.comment(
                CHECK,
                draft.extent().map(SizeRange::evidence).orElse("There is no good partition to learn a size from.")
                        + odd()
                        + alerts("size"));
        sheet.line(CHECK + "- size: " + draft.extent().map(SizeRange::words).orElse("{ min: 1 }"));
    }

    private String odd() {
        List<String> labels = draft.odd().stream()
                .sorted(Comparator.comparing(part -> part.span().from()))
                .map(PastPartition::label)
                .toList();
        return labels.isEmpty()
                ? ""
                : " Not learned from, being empty, incomplete or out of line: " + YamlWriter.listed(labels) + ".";
    }

    private void delta() {
        if (draft.swing().isEmpty()) {
            sheet.comment(CHECK, "No delta, which takes more history. Suggest again when there is more.");
            return;
        }
        ChangeRange swing = draft.swing().get();
        String rhythm = draft.week().rhythm(draft.past().period());
        String evidence = (rhythm.isEmpty() ? "" : rhythm + " ") + swing.evidence();
        if (draft.isLong()) {
            sheet.comment(
                    CHECK,
                    evidence + ". " + periods(draft.good())
                            + " are enough to learn each time what is usual, and how far off that is usual."
                            + alerts("delta"));
            sheet.line(CHECK + "- delta: {}");
        } else if (swing.tells()) {
            sheet.comment(CHECK, evidence + "; with 30 % of that to spare, and no limit below 10 %." + alerts("delta"));
            sheet.line(CHECK + "- delta: " + swing.words());
        } else {
            sheet.comment(CHECK, evidence + ". No delta, as none that allows this would tell anything.");
        }
    }

    private String periods(int count) {
        return Display.count(count, draft.past().period().toString());
    }

    /** What a check would have flagged. */
    private String alerts(String check) {
        return past.stream()
                .flatMap(backtest -> backtest.series().stream())
                .filter(series -> series.dataset().name().equals(draft.name())
                        && series.check().name().equals(check))
                .map(SuiteText::alerts)
                .collect(Collectors.joining());
    }

    private static String alerts(Backtest.Series series) {
        long judged = series.findings().size() - series.count(Outcome.SKIPPED);
        List<String> labels = series.alerts().stream()
                .map(finding -> Display.visible(finding.partition().label()))
                .toList();
        return judged == 0
                ? " It could not have judged any yet."
                : " It would have flagged " + (labels.isEmpty() ? "none" : labels.size()) + " of " + judged
                        + (labels.isEmpty() ? "." : ": " + YamlWriter.listed(labels) + ".");
    }
}
