// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * An estimate of the keys that follow a page, from the distance that its own keys cover. It assumes that keys continue
 * as densely as on that page. Nobody knows where a counter ends, so if the interval has no end that fits the names seen
 * so far, it assumes that the listing is half done. Immutable.
 *
 * @param scale the numbering of keys like those of the page
 * @param origin a key of the same listing from which on keys look like those of the page
 * @param step the distance that the page covers
 */
record RangeEstimate(KeyScale scale, String origin, BigInteger step) {

    /**
     * How much closer to its bounds than their distance a pivot may be, as a fraction of the distance: fewer digits.
     */
    private static final BigInteger PRECISION = BigInteger.valueOf(32);

    /**
     * Returns an estimate.
     *
     * @param prefix the prefix of the listing
     * @param origin the first key of the listing
     * @param page some keys of a page in key order, among them the first and the last one
     */
    static RangeEstimate of(String prefix, String origin, List<String> page) {
        KeyScale scale = KeyScale.of(prefix, page);
        String first = page.get(0);
        BigInteger step = scale.number(page.get(page.size() - 1)).subtract(scale.number(first));
        return new RangeEstimate(scale, scale.fits(origin) ? origin : first, step.max(BigInteger.ONE));
    }

    /**
     * Returns the number of pages in an interval.
     *
     * @param pagesRead the number of pages of the listing that have been read
     */
    double pages(KeyInterval interval, long pagesRead) {
        double pages = pages(end(interval).subtract(start(interval)));
        if (!isOpen(interval)) {
            return pages;
        }
        double before = pages(covered(interval));
        return Math.min(pages, interval.last().isPresent() ? before : Math.max(before, pagesRead));
    }

    private double pages(BigInteger distance) {
        return new BigDecimal(distance)
                .divide(new BigDecimal(step), MathContext.DECIMAL32)
                .doubleValue();
    }

    /**
     * Returns a key that divides an interval into two parts with about as many keys, or an open one into a part as long
     * as everything before it and the rest; empty if there is none.
     *
     * @param isRead whether the interval is known to contain keys
     */
    Optional<String> pivot(KeyInterval interval, boolean isRead) {
        BigInteger start = start(interval);
        BigInteger middle = start.add(end(interval)).shiftRight(1);
        BigInteger doubled = start.add(covered(interval).max(step));
        BigInteger number = isOpen(interval) && doubled.compareTo(middle) < 0 ? doubled : middle;
        if (isOpen(interval) && !isRead && !number.equals(doubled)) {
            return Optional.empty();
        }
        BigInteger resolution = number.subtract(start).divide(PRECISION);
        return Optional.of(number)
                .filter(key -> key.compareTo(scale.top()) < 0)
                .map(key -> scale.key(key, resolution))
                .filter(interval::canSplitAfter)
                .or(() -> isRead ? scale.middle(interval) : Optional.empty());
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
