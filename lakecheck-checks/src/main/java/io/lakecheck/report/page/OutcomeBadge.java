// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import java.util.List;

/** The word and the symbol for an outcome, so that no reader depends on color alone. The most severe comes first. */
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
     * Returns a dataset's badge: the first of these constants that matches the outcome of any of its checks. PASSED
     * comes before SKIPPED, so that a skipped check does not hide one that passed.
     */
    static OutcomeBadge of(List<Finding> findings) {
        return Outcome.READING_ORDER.stream()
                .filter(outcome -> findings.stream().anyMatch(finding -> finding.outcome() == outcome))
                .findFirst()
                .map(OutcomeBadge::of)
                .orElse(SKIPPED);
    }

    /** Returns the word, which is also the CSS class. */
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
