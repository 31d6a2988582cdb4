// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The dates of folders next to each other, as far as they are needed to find those that can't be right: the oldest
 * ones, and those after the time of the check. For one thread.
 */
final class FolderDates {

    /** More old folders than this are a history. */
    private static final int MOST_KEPT = 64;

    /** The most folders after the time of the check for which it is worth finding out when they were written. */
    private static final int MOST_LATER = 5;

    /** This many folders before a gap may be typing errors; more are an older part of the data. */
    private static final int FEW = 3;

    /** The shortest gap between dates that can't be right and the others. */
    private static final Duration GAP = Duration.ofDays(5 * 365);

    /** Dates before this one and a gap are timestamps near 0, regardless of how many there are. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private final TreeMap<Instant, List<String>> oldest = new TreeMap<>();
    private final List<String> later = new ArrayList<>();

    /** Adds a folder whose first period begins at this time. */
    void add(String name, Instant begin, Instant now) {
        if (begin.isAfter(now)) {
            if (later.size() < MOST_LATER) {
                later.add(name);
            }
            return;
        }
        oldest.computeIfAbsent(begin, none -> new ArrayList<>()).add(name);
        if (oldest.size() > MOST_KEPT) {
            oldest.pollLastEntry();
        }
    }

    /** Returns the first folders that begin after the time of the check, which therefore must be in the past. */
    List<String> afterNow() {
        return later;
    }

    /** Returns the folders whose dates are so long before the others that they can't be right. */
    List<String> longAgo(Instant now) {
        List<String> wrong = new ArrayList<>();
        List<String> before = new ArrayList<>();
        Instant last = Instant.MAX;
        for (Map.Entry<Instant, List<String>> folder : oldest.entrySet()) {
            if (endsGroup(before, last, folder.getKey())) {
                wrong.addAll(before);
                before.clear();
            }
            before.addAll(folder.getValue());
            last = folder.getKey();
        }
        if (oldest.size() < MOST_KEPT && endsGroup(before, last, now)) {
            wrong.addAll(before);
        }
        return wrong;
    }

    private static boolean endsGroup(List<String> before, Instant last, Instant next) {
        return !before.isEmpty() && last.plus(GAP).isBefore(next) && (before.size() <= FEW || last.isBefore(EARLIEST));
    }
}
