// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.value.Display;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is no part of a long history and why, in words: those that were looked at by name, those that the calendar
 * passes over by number, or a year of weekends would hide the one day that was absent.
 */
final class ExclusionSummary {

    private ExclusionSummary() {}

    /** {@code left out dt=2026-01-02 (absent), 36 days outside the calendar}; empty where nothing was. */
    static String text(List<HistoryEntry> considered, String unit) {
        Map<Exclusion, Integer> passedOver = new LinkedHashMap<>();
        considered.stream()
                .filter(entry -> entry.snapshot().isEmpty())
                .flatMap(entry -> entry.exclusion().stream())
                .forEach(reason -> passedOver.merge(reason, 1, Integer::sum));
        String named = SampleHistory.exclusions(considered.stream()
                .filter(entry -> entry.snapshot().isPresent())
                .toList());
        String counted = passedOver.entrySet().stream()
                .map(reason -> Display.count(reason.getValue(), unit) + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        return named.isEmpty() && !counted.isEmpty()
                ? "left out " + counted
                : Stream.of(named, counted).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
