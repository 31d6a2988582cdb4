// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.survey.Backtest;
import java.util.List;
import java.util.Optional;

/** Writes the checks of a suggested entry, with the evidence for each in a comment above it. */
final class CheckText {

    private static final String INDENT = "      ";

    private final YamlWriter yaml;
    private final EntryDraft entry;
    private final Optional<Backtest> backtest;

    /** @param backtest the backtest of the suite, or empty if it has not been run yet */
    CheckText(YamlWriter yaml, EntryDraft entry, Optional<Backtest> backtest) {
        this.yaml = yaml;
        this.entry = entry;
        this.backtest = backtest;
    }

    /** Writes all checks, and returns whether any is suggested. */
    boolean write() {
        boolean hasChecks = false;
        for (SuggestedCheck check : SuggestedChecks.of(entry)) {
            hasChecks |= write(check);
        }
        return hasChecks;
    }

    /**
     * Writes a check. If it alerted too often in the past, the check itself is commented out. Returns whether it is
     * suggested.
     */
    private boolean write(SuggestedCheck check) {
        Optional<PastAlerts> alerts = pastAlerts(check.name());
        boolean isSuggested = alerts.filter(PastAlerts::areTooFrequent).isEmpty();
        yaml.comment(
                INDENT,
                check.evidence()
                        + alerts.filter(found -> check.showsAlerts() || !isSuggested)
                                .map(found -> " " + found.evidence())
                                .orElse(""));
        check.keys().ifPresent(keys -> yaml.line(INDENT + (isSuggested ? "- " : "# - ") + check.name() + ": " + keys));
        return isSuggested && check.keys().isPresent();
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
