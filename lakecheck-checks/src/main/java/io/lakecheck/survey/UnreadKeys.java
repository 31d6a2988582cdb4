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

    /** The first key that was read in the folder that contains the last key read, or an empty string. */
    private String origin = "";

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

    /**
     * Returns whether the range may be split. A range that may be empty is not split before its first page arrives,
     * unless landmarks show where, or it has no end and does not start in the last landmark, which is a folder.
     */
    boolean canBeSplit() {
        return isConfirmed
                || (interval.last().isEmpty() && folder().isEmpty())
                || !landmarks.within(interval).isEmpty();
    }

    /** Returns whether the range has an end and its names are sequential, so that the pages before it are known. */
    boolean isGapless() {
        settle();
        return interval.last().isPresent()
                && estimate.filter(RangeEstimate::isGapless).isPresent();
    }

    /** Changes the end of the range and the landmarks. */
    void limit(Optional<String> last, Landmarks known) {
        interval = new KeyInterval(interval.after(), last);
        landmarks = known;
    }

    /**
     * Records that all keys up to the end of a page have been read.
     *
     * @param page a sample of the keys on the page, in key order, including the first and the last one
     */
    void advance(List<String> page) {
        interval = interval.after(page.get(page.size() - 1));
        origin = origin.isEmpty() || !origin.startsWith(folder()) ? firstIn(folder(), page) : origin;
        isConfirmed = true;
    }

    /**
     * Records a page from which to estimate how many keys are left. The estimate is calculated when it is needed, which
     * is rare while all threads have a range to read.
     *
     * @param keys the keys that the entire listing has read
     * @param page as in {@link #advance}
     * @param count the number of keys on the page
     * @param pagesRead the number of pages that the entire listing has read
     */
    void estimate(ObservedKeys keys, List<String> page, long count, long pagesRead) {
        estimation = () -> {
            estimate = Optional.of(RangeEstimate.of(keys, origin, page, count, isOpen()));
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
        return pivot(landmarks.within(interval)).map(key -> {
            UnreadKeys half = new UnreadKeys(interval.after(key));
            half.landmarks = landmarks;
            half.estimate = estimate;
            half.origin = origin;
            half.measure(pagesRead);
            interval = interval.upTo(key);
            measure(pagesRead);
            return half;
        });
    }

    /** @param known the landmarks in the interval */
    private Optional<String> pivot(List<String> known) {
        if (pagesInFolder() > known.size() * landmarks.pages()) {
            return estimate.flatMap(each -> each.pivotInFolder(restOfFolder()))
                    .or(() -> known.stream().findFirst());
        }
        return known.isEmpty()
                ? estimate.flatMap(each -> each.pivot(interval, isConfirmed))
                : Optional.of(known.get(known.size() / 2));
    }

    private static String firstIn(String folder, List<String> page) {
        return page.stream().filter(key -> key.startsWith(folder)).findFirst().orElseThrow();
    }

    /** Returns the folder that contains the start of the interval, or an empty string if that is not a landmark. */
    private String folder() {
        return landmarks.folder(interval.after());
    }

    /** Returns whether the interval extends beyond the folder, so that its end doesn't limit the folder's keys. */
    private boolean isOpen() {
        return interval.last().isEmpty() || !interval.last().get().startsWith(folder());
    }

    /** Returns the part of the interval that is in the folder. */
    private KeyInterval restOfFolder() {
        KeyInterval folder = interval.upTo(KeyScale.end(folder()));
        return interval.last().filter(last -> !folder.endsBefore(last)).isPresent() ? interval : folder;
    }

    /** Returns whether the range is being read in a folder of unknown size. */
    private boolean isInFolder() {
        return isConfirmed && isOpen() && !folder().isEmpty();
    }

    /** Returns the estimated number of unread pages in a folder of unknown size, or 0 if the range is not in one. */
    private double pagesInFolder() {
        return isInFolder()
                ? estimate.map(each -> each.pagesInFolder(restOfFolder())).orElse(0.0)
                : 0;
    }

    private void measure(long pagesRead) {
        int known = landmarks.within(interval).size();
        double here = pagesInFolder();
        if (known > 0) {
            pages = Math.max(landmarks.pages(), here) + known * landmarks.pages();
        } else if (isInFolder()) {
            pages = here;
        } else {
            pages = estimate.map(each -> each.pages(interval, pagesRead)).orElse(0.0);
        }
    }
}
