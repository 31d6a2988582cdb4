// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import java.util.List;

/** How an outcome looks: never by colour alone. In the order in which a reader wants to see them. */
enum State {
    FAILED("failed", "✕"),
    UNKNOWN("unknown", "?"),
    WARNED("warned", "!"),
    PASSED("passed", "✓"),
    SKIPPED("skipped", "–");

    private final String word;
    private final String glyph;

    State(String word, String glyph) {
        this.word = word;
        this.glyph = glyph;
    }

    static State of(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> PASSED;
            case SKIPPED -> SKIPPED;
            case WARNED -> WARNED;
            case FAILED -> FAILED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /**
     * Of a dataset: the first that one of its checks is in, so that a check that was skipped hides none that passed.
     */
    static State of(List<Finding> findings) {
        return findings.stream()
                .map(finding -> of(finding.outcome()))
                .reduce(SKIPPED, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    /** Also the name of its style. */
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
