// SPDX-License-Identifier: Apache-2.0
package kpi;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * A day on which something goes wrong with the KPIs on purpose.
 *
 * @param date the day
 * @param sabotage what goes wrong
 */
record Breakage(LocalDate date, Sabotage sabotage) {

    private static final String FAULTS =
            Arrays.stream(Sabotage.values()).map(Sabotage::word).collect(joining(", "));

    /** Parses a string such as {@code dt=2026-01-31:halved}. */
    static Breakage parse(String text) throws UsageException {
        int colon = text.indexOf(':');
        if (!text.startsWith("dt=") || colon < 0) {
            throw new UsageException("--break: '" + text
                    + "' is not a day and a fault. Write it as dt=2026-01-31:halved. Valid faults: " + FAULTS);
        }
        String word = text.substring(colon + 1);
        for (Sabotage sabotage : Sabotage.values()) {
            if (sabotage.word().equals(word)) {
                return new Breakage(Arguments.date("--break", text.substring("dt=".length(), colon)), sabotage);
            }
        }
        throw new UsageException("--break: unknown fault '" + word + "'. Valid faults: " + FAULTS);
    }

    /** Returns a target that breaks this day and passes everything on to the given one. */
    Target on(Target target) {
        return sabotage.of(KpiJob.kpiFolder(date), target);
    }
}
