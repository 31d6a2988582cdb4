// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * An estimate of how many pages follow a page. It assumes that the keys continue to be as dense as on that page. If the
 * end of an interval is unknown, for example because keys contain a counter, it assumes that half of the listing is
 * done. Immutable.
 *
 * @param scale the scale for keys like those on the page
 * @param origin the first key in the listing that is known to look like those on the page
 * @param step the distance on the scale that a page covers
 * @param isGapless whether the page contains all keys that the scale allows between its first and its last key, as with
 *     sequential names
 */
record RangeEstimate(KeyScale scale, String origin, BigInteger step, boolean isGapless) {

    /** The binary logarithm of the part of a page by which sequential names before an open end are shorter. */
    private static final int OPEN = 3;

    /**
     * A pivot may be off by the distance to the start of the interval divided by this number, which allows shorter
     * pivots.
     */
    private static final BigInteger PRECISION = BigInteger.valueOf(32);

    /**
     * How much longer than the part of a folder that has been read the rest is assumed to be. Most split points after
     * the end of a folder cost a request, but too many near ones cost more.
     */
    private static final BigInteger GROWTH = BigInteger.valueOf(15);

    /**
     * Returns an estimate.
     *
     * @param keys the keys that the entire listing has read
     * @param origin the first key of the listing
     * @param page a sample of the keys on a page, in key order, including the first and the last one
     * @param count the number of keys on the page
     * @param isOpen whether the range that follows the page has no end
     */
    static RangeEstimate of(ObservedKeys keys, String origin, List<String> page, long count, boolean isOpen) {
        String first = page.get(0);
        String last = page.get(page.size() - 1);
        KeyScale scale = KeyScale.of(keys, last, isOpen);
        BigInteger end = scale.number(last);
        BigInteger covered = end.subtract(scale.number(first));
        BigInteger size = BigInteger.valueOf(count);
        boolean isGapless = covered.add(BigInteger.ONE).equals(size)
                && scale.key(end, BigInteger.ZERO).equals(last);
        return new RangeEstimate(
                scale, scale.fits(origin) ? origin : first, isGapless ? size : covered.max(BigInteger.ONE), isGapless);
    }

    /**
     * Returns the estimated number of pages in an interval.
     *
     * @param pagesRead the number of pages that the listing has read so far
     */
    double pages(KeyInterval interval, long pagesRead) {
        double pages = pages(end(interval).subtract(start(interval)));
        if (!isOpen(interval)) {
            return pages;
        }
        double before = pages(covered(interval));
        return Math.min(pages, interval.last().isPresent() ? before : Math.max(before, (double) pagesRead));
    }

    private double pages(BigInteger distance) {
        return new BigDecimal(distance)
                .divide(new BigDecimal(step), MathContext.DECIMAL32)
                .doubleValue();
    }

    /**
     * Returns a key at which to split an interval, or empty if there is none. The key divides the interval into two
     * parts of about the same size. If the end of the interval is unknown, the first part is instead as long as
     * everything before the interval.
     *
     * @param isRead whether the lake is known to contain keys in the interval
     */
    Optional<String> pivot(KeyInterval interval, boolean isRead) {
        BigInteger start = start(interval);
        BigInteger middle = start.add(end(interval)).shiftRight(1);
        BigInteger doubled = start.add(covered(interval).max(step));
        BigInteger number = isOpen(interval) && doubled.compareTo(middle) < 0 ? doubled : middle;
        if (isOpen(interval) && !isRead && !number.equals(doubled)) {
            return scale.end().filter(interval::canSplitAfter);
        }
        return key(number, interval).or(() -> isRead ? scale.middle(interval) : Optional.empty());
    }

    /**
     * Returns the estimated number of pages in the rest of a folder of unknown size.
     *
     * @param rest the interval from the last key read to the last possible key in the folder
     */
    double pagesInFolder(KeyInterval rest) {
        return pages(end(rest).subtract(start(rest)).min(covered(rest).multiply(GROWTH)));
    }

    /**
     * Returns a key at which to split the rest of a folder of unknown size, or empty if there is none.
     *
     * @param rest as in {@link #pagesInFolder}
     */
    Optional<String> pivotInFolder(KeyInterval rest) {
        BigInteger start = start(rest);
        BigInteger middle = start.add(end(rest)).shiftRight(1);
        BigInteger grown = start.add(covered(rest).max(step).multiply(GROWTH));
        return key(grown.min(middle), rest);
    }

    /**
     * Returns a key with about the given number, or empty if there is none inside the interval. If names are
     * sequential, this is one of the last keys of a page.
     */
    private Optional<String> key(BigInteger number, KeyInterval interval) {
        BigInteger distance = number.subtract(start(interval));
        BigInteger resolution = isGapless ? BigInteger.ZERO : distance.divide(PRECISION);
        return Optional.of(isGapless ? start(interval).add(wholePages(distance, interval)) : number)
                .filter(key -> key.compareTo(scale.top()) < 0)
                .map(key -> scale.key(key, resolution))
                .filter(interval::canSplitAfter);
    }

    /**
     * Returns about the given distance as whole pages, less a few keys. The last page before the pivot then also
     * contains the first keys after it, which show whether the lake omits keys after a start key. Each half of an
     * interval keeps half of the keys by which the interval is shorter than its pages, because it may be split again.
     */
    private BigInteger wholePages(BigInteger distance, KeyInterval interval) {
        BigInteger rest = end(interval).subtract(start(interval)).mod(step);
        BigInteger spare =
                isOpen(interval) ? step.shiftRight(OPEN) : step.subtract(rest).mod(step);
        BigInteger pages = distance.add(step.shiftRight(1)).divide(step).max(BigInteger.ONE);
        return pages.multiply(step)
                .subtract(spare.compareTo(BigInteger.TWO) < 0 ? spare.add(BigInteger.ONE) : spare.shiftRight(1));
    }

    private boolean isOpen(KeyInterval interval) {
        return end(interval).equals(scale.top());
    }

    private BigInteger start(KeyInterval interval) {
        return scale.number(interval.after());
    }

    private BigInteger end(KeyInterval interval) {
        return interval.last().map(scale::number).orElseGet(scale::top);
    }

    private BigInteger covered(KeyInterval interval) {
        return start(interval).subtract(scale.number(origin));
    }
}
