// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.util.List;
import java.util.Optional;

/** The keys of a range that have not been read, with an estimate of how many there are. Not thread-safe. */
final class UnreadKeys {

    private KeyInterval interval;
    private Landmarks landmarks = Landmarks.NONE;
    private Optional<RangeEstimate> estimate = Optional.empty();
    private boolean isConfirmed;
    private double pages;

    UnreadKeys(KeyInterval interval) {
        this.interval = interval;
    }

    KeyInterval interval() {
        return interval;
    }

    /** Returns the estimated number of pages. */
    double pages() {
        return pages;
    }

    /** Changes the last key of the range. */
    void limit(Optional<String> last, Landmarks known) {
        interval = new KeyInterval(interval.after(), last);
        landmarks = known;
    }

    /** Moves the start of the interval after the last key of a page. */
    void advance(String key) {
        interval = interval.after(key);
        isConfirmed = true;
    }

    /**
     * Estimates how many keys are left.
     *
     * @param prefix the prefix of the listing
     * @param first the first key of the range
     * @param page some keys of the last page in key order, among them the first and the last one
     * @param pagesRead the number of pages that the whole listing has read
     */
    void estimate(String prefix, String first, List<String> page, long pagesRead) {
        String origin = estimate.map(RangeEstimate::origin).orElse(first);
        estimate = Optional.of(RangeEstimate.of(prefix, origin, page));
        measure(pagesRead);
    }

    /** Returns the second half and keeps the first one; empty if it is not known where to split. */
    Optional<UnreadKeys> split(long pagesRead) {
        List<String> known = landmarks.within(interval);
        Optional<String> pivot = known.isEmpty()
                ? estimate.flatMap(each -> each.pivot(interval, isConfirmed))
                : Optional.of(known.get(known.size() / 2));
        return pivot.map(key -> {
            UnreadKeys half = new UnreadKeys(interval.after(key));
            half.landmarks = landmarks;
            half.estimate = estimate;
            half.measure(pagesRead);
            interval = interval.upTo(key);
            measure(pagesRead);
            return half;
        });
    }

    private void measure(long pagesRead) {
        int known = landmarks.within(interval).size();
        if (known > 0) {
            pages = (known + 1) * landmarks.pages();
        } else if (!isConfirmed && interval.last().isPresent()) {
            // The range may be empty, so its first page is awaited. A range without an end is explored by several
            // threads.
            pages = 0;
        } else {
            pages = estimate.map(each -> each.pages(interval, pagesRead)).orElse(0.0);
        }
    }
}
