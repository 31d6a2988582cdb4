// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks to suggest for a dataset, with the evidence for each. */
final class SuggestedChecks {

    private static final SuggestedCheck SIZE_OF_MEMBERS = SuggestedCheck.none(
            "size",
            "No size check is suggested, because sizes differ from name to name. To limit that of one, add it to"
                    + " 'members'.");

    private static final SuggestedCheck DELTA_OF_MEMBERS = SuggestedCheck.of(
            "delta", "Each dataset is compared with its own history. Before there is enough, delta is skipped.", "{}");

    private final DatasetDraft draft;

    private final StrayRule strays;

    private SuggestedChecks(EntryDraft entry, List<String> skipped) {
        this.draft = entry.draft();
        this.strays =
                StrayRule.of(entry.read().stream().map(DatasetDraft::history).toList(), skipped);
    }

    /**
     * @param skipped the folders next to the dated ones that belong to entries that are not suggested, safe to print
     */
    static List<SuggestedCheck> of(EntryDraft entry, List<String> skipped) {
        SuggestedChecks checks = new SuggestedChecks(entry, skipped);
        return entry.isSingle()
                ? List.of(checks.recency(), checks.size(), checks.delta(), checks.complete())
                : List.of(checks.recency(), SIZE_OF_MEMBERS, DELTA_OF_MEMBERS, checks.complete());
    }

    private SuggestedCheck recency() {
        Optional<Arrivals> arrivals = draft.schedule().arrivals();
        Optional<Duration> through = draft.schedule().continuous().flatMap(ContinuousWrites::through);
        String keys = Stream.of(
                        draft.marker().map(MarkerGuess::toYaml),
                        through.map(most -> "through: " + YamlScalar.duration(most)),
                        arrivals.map(any -> "late: fail"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return new SuggestedCheck(
                "recency",
                draft.marker()
                        .map(MarkerGuess::evidence)
                        .or(() -> through.map(most -> "Data that ends early is incomplete."))
                        .orElse("No marker: no object is both present in most partitions and usually written"
                                + " last."),
                Optional.of(keys.isEmpty() ? "{}" : "{ " + keys + " }"),
                // If the arrival times are unknown, all past partitions look late, so the alerts are not worth listing.
                arrivals.isPresent());
    }

    private SuggestedCheck size() {
        Optional<SizeRange> sizes = draft.limits().sizes();
        return SuggestedCheck.of(
                "size",
                sizes.map(SizeRange::evidence).orElse("There are no partitions yet to derive limits from.")
                        + excluded(),
                sizes.map(SizeRange::toYaml).orElse("{ min: 1 }"));
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

    private SuggestedCheck delta() {
        if (draft.limits().changes().isEmpty()) {
            return SuggestedCheck.none(
                    "delta",
                    "No delta check is suggested, because the history is too short. Run suggest again when there is"
                            + " more data.");
        }
        ChangeRange changes = draft.limits().changes().get();
        String rhythm =
                draft.schedule().times().weekdays().rhythm(draft.history().period());
        String evidence = (rhythm.isEmpty() ? "" : rhythm + " ") + changes.evidence() + ". ";
        MonthlyPeaks peaks = draft.limits().peaks();
        if (!peaks.days().isEmpty() && changes.isUseful()) {
            evidence = peaks.evidence() + " " + evidence;
        } else if (draft.sample().isLong(draft.history().period())) {
            return SuggestedCheck.of(
                    "delta",
                    evidence + "The history of "
                            + draft.history().periods(draft.sample().good().size())
                            + " is long enough for the default baseline 'usual'.",
                    "{}");
        }
        return changes.isUseful()
                ? SuggestedCheck.of(
                        "delta",
                        evidence + "The limits add a margin of 30 %, but are never tighter than 10 %.",
                        changes.toYaml())
                : SuggestedCheck.none(
                        "delta",
                        evidence + "No delta check is suggested, because limits wide enough for these changes would"
                                + " detect nothing.");
    }

    private SuggestedCheck complete() {
        Absences absences = draft.schedule().absences();
        long known = Math.min(recent(), absences.expected());
        if (known == 0) {
            return SuggestedCheck.none(
                    "complete",
                    "No check of earlier "
                            + Display.plural(draft.history().period().toString())
                            + " is suggested, because none is due yet.");
        }
        if (absences.areNormal()) {
            return SuggestedCheck.of(
                    "complete", "Periods that exist must be complete." + strays.evidence(), complete(known));
        }
        return SuggestedCheck.of(
                "complete",
                (absences.spans().isEmpty() && absences.expected() == 1
                                ? "The only " + draft.history().period() + " has data."
                                : absences.spans().isEmpty()
                                        ? "All " + draft.history().periods(absences.expected()) + " have data."
                                        : absences.spans().size() + " of "
                                                + draft.history().periods(absences.expected()) + " have no data: "
                                                + YamlWriter.list(absences.named(draft.history()::label))
                                                + ".")
                        + strays.evidence(),
                complete(known));
    }

    private String complete(long known) {
        String keys = Stream.of(known == DEFAULT ? "" : "last: " + known, strays.isSkip() ? "strays: skip" : "")
                .filter(key -> !key.isEmpty())
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "{}" : "{ " + keys + " }";
    }

    /** The default of the key {@code last}. */
    private static final int DEFAULT = 30;

    /** Returns the number of periods within which it is worthwhile to repeat a missing one. */
    private int recent() {
        return switch (draft.history().period().unit()) {
            case MINUTES, HOURS -> 48;
            case DAYS -> DEFAULT;
            case WEEKS -> 12;
            default -> 6;
        };
    }
}
