// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.util.List;
import java.util.Optional;

/** The keys in a range that have not been read yet, with an estimate of how many there are. Not thread-safe. */
final class UnreadKeys {

    private KeyInterval interval;
    private Landmarks landmarks = Landmarks.NONE;
    private Optional<RangeEstimate> estimate = Optional.empty();

    /** Calculates the estimate from the last page. */
    private Runnable estimation = () -> {};

    private boolean isConfirmed;
    private double pages;

    UnreadKeys(KeyInterval interval) {
        this.interval = interval;
    }

    KeyInterval interval() {
        return interval;
    }

    /** Returns whether the lake is known to contain keys of the range. */
    boolean isConfirmed() {
        return isConfirmed;
    }

    /** Returns the estimated number of pages that are needed to read the keys. */
    double pages() {
        settle();
        return pages;
    }

    /** Changes the end of the range and the landmarks. */
    void limit(Optional<String> last, Landmarks known) {
        interval = new KeyInterval(interval.after(), last);
        landmarks = known;
    }

    /** Records that all keys up to the given one have been read. */
    void advance(String key) {
        interval = interval.after(key);
        isConfirmed = true;
    }

    /**
     * Records a page from which to estimate how many keys are left. The estimate is calculated when it is needed, which
     * is rare while all threads have a range to read.
     *
     * @param keys the keys that the entire listing has read
     * @param first the first key of the range
     * @param page a sample of the keys on the last page, in key order, including the first and the last one
     * @param pagesRead the number of pages that the entire listing has read
     */
    void estimate(ObservedKeys keys, String first, List<String> page, long pagesRead) {
        estimation = () -> {
            String origin = estimate.map(RangeEstimate::origin).orElse(first);
            estimate = Optional.of(
                    RangeEstimate.of(keys, origin, page, interval.last().isEmpty()));
            measure(pagesRead);
        };
    }

    private void settle() {
        Runnable latest = estimation;
        estimation = () -> {};
        latest.run();
    }

    /** Splits off the second half and returns it. If no split point is known, returns empty and changes nothing. */
    Optional<UnreadKeys> split(long pagesRead) {
        settle();
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
            // The range may be empty, so it is not split before its first page arrives. A range without an end may be
            // split at once.
            pages = 0;
        } else {
            pages = estimate.map(each -> each.pages(interval, pagesRead)).orElse(0.0);
        }
    }
}
