// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;

/**
 * What is suggested of all drafts: an entry without any check that is useful now is not.
 *
 * @param entries all entries
 * @param backtest the backtest of the suite, or empty if it has not been run yet; everything is suggested until then
 */
record Decisions(List<EntryDraft> entries, Optional<Backtest> backtest) {

    boolean isSuggested(EntryDraft entry) {
        return backtest.isEmpty()
                || (entry.isDue()
                        && SuggestedChecks.of(entry, List.of()).stream().anyMatch(check -> isSuggested(entry, check)));
    }

    boolean isSuggested(EntryDraft entry, SuggestedCheck check) {
        return check.keys().isPresent()
                && pastAlerts(entry, check).filter(PastAlerts::areTooFrequent).isEmpty();
    }

    /** Returns how often a check alerted in the past, or empty if that is unknown. */
    Optional<PastAlerts> pastAlerts(EntryDraft entry, SuggestedCheck check) {
        return backtest.flatMap(result -> PastAlerts.of(result, entry, check));
    }

    /**
     * Returns the folders of entries that are not suggested, as they appear next to the dated folders of an entry, safe
     * to print. A suite without those entries reports them as strays.
     */
    List<String> skippedNextTo(EntryDraft entry) {
        return entries.stream()
                .filter(other -> !other.draft().name().equals(entry.draft().name()))
                .filter(other -> !isSuggested(other))
                .flatMap(entry::neighbours)
                .map(Display::visible)
                .distinct()
                .toList();
    }
}
