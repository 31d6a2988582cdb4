// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import java.util.List;

/** A badge for an outcome. It consists of a word and a symbol, so that readers need not distinguish colors. */
enum OutcomeBadge {
    FAILED("failed", "✕"),
    UNKNOWN("unknown", "?"),
    WARNED("warned", "!"),
    PASSED("passed", "✓"),
    SKIPPED("skipped", "–");

    private final String word;
    private final String glyph;

    OutcomeBadge(String word, String glyph) {
        this.word = word;
        this.glyph = glyph;
    }

    static OutcomeBadge of(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> PASSED;
            case SKIPPED -> SKIPPED;
            case WARNED -> WARNED;
            case FAILED -> FAILED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /**
     * Returns a dataset's badge, based on its most severe finding. PASSED takes precedence over SKIPPED, so that a
     * skipped check does not hide one that passed.
     */
    static OutcomeBadge of(List<Finding> findings) {
        return Outcome.READING_ORDER.stream()
                .filter(outcome -> findings.stream().anyMatch(finding -> finding.outcome() == outcome))
                .findFirst()
                .map(OutcomeBadge::of)
                .orElse(SKIPPED);
    }

    /** Returns the badge's word, which is also its CSS class. */
    String word() {
        return word;
    }

    String glyph() {
        return glyph;
    }

    boolean needsAttention() {
        return this == FAILED || this == UNKNOWN || this == WARNED;
    }
}
