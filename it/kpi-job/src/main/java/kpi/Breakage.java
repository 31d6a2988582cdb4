// SPDX-License-Identifier: Apache-2.0
package kpi;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * One day whose KPIs are to be broken.
 *
 * @param date the day
 * @param how what goes wrong
 */
record Breakage(LocalDate date, Sabotage how) {

    private static final String WORDS =
            Arrays.stream(Sabotage.values()).map(Sabotage::word).collect(joining(", "));

    /** Reads {@code dt=2026-01-31:halved}. */
    static Breakage parse(String text) throws UsageException {
        int colon = text.indexOf(':');
        if (!text.startsWith("dt=") || colon < 0) {
            throw new UsageException("--break " + text
                    + " is not a day and a fault; write --break dt=2026-01-31:halved, or one of: " + WORDS);
        }
        String word = text.substring(colon + 1);
        for (Sabotage sabotage : Sabotage.values()) {
            if (sabotage.word().equals(word)) {
                return new Breakage(Arguments.date("--break", text.substring("dt=".length(), colon)), sabotage);
            }
        }
        throw new UsageException("--break knows no fault named " + word + "; write one of: " + WORDS);
    }

    /** The target with this breakage in it. */
    Target on(Target target) {
        return how.of(KpiJob.kpiFolder(date), target);
    }
}
