// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The dates of sibling folders that are needed to detect implausible dates: the oldest ones, and the ones after the
 * time of the check. Not thread-safe.
 */
final class FolderDates {

    /** How many of the oldest dates to keep. If more dates than this precede a gap, they count as regular history. */
    private static final int MOST_KEPT = 64;

    /** The maximum number of folders after the time of the check whose write times are looked up. */
    private static final int MOST_LATER = 5;

    /**
     * If at most this many folders precede a gap, their names are considered typos. If more do, the folders are
     * considered older data.
     */
    private static final int FEW = 3;

    /** The minimum gap between implausible dates and the dates that follow. */
    private static final Duration GAP = Duration.ofDays(5 * 365);

    /**
     * Dates that precede both this date and a gap are assumed to come from timestamps near 0, regardless of how many
     * there are.
     */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private final TreeMap<Instant, List<String>> oldest = new TreeMap<>();
    private final List<String> later = new ArrayList<>();

    /** Adds a folder whose first period starts at {@code begin}. */
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

    /** Returns the first folders whose periods begin after the time of the check. */
    List<String> afterNow() {
        return later;
    }

    /** Returns the folders whose dates precede the others by so much that they are implausible. */
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
