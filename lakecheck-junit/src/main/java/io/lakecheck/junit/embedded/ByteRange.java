// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of bytes in an object.
 *
 * @param first the offset of the first byte
 * @param length the number of bytes
 */
record ByteRange(long first, long length) {

    private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange all(long size) {
        return new ByteRange(0, size);
    }

    long end() {
        return first + length;
    }

    /**
     * Returns the range as the value of a {@code Content-Range} header.
     *
     * @param size the size of the entire object, in bytes
     */
    String header(long size) {
        return "bytes " + first + "-" + (end() - 1) + "/" + size;
    }

    /**
     * Parses the value of a {@code Range} header.
     *
     * @return the range, or empty if the header is invalid or contains several ranges, in which case HTTP allows
     *     servers to ignore it
     * @throws S3ErrorException if the object contains none of the bytes
     */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher range = HEADER.matcher(header.trim());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        long first;
        long last = size - 1;
        if (range.group(1).isEmpty()) {
            long suffix = Long.parseLong(range.group(2));
            if (suffix > 0 && size == 0) {
                return Optional.empty();
            }
            first = suffix == 0 ? size : Math.max(0, size - suffix);
        } else {
            first = Long.parseLong(range.group(1));
            last = range.group(2).isEmpty() ? last : Math.min(last, Long.parseLong(range.group(2)));
        }
        if (first >= size) {
            throw S3ErrorCode.INVALID_RANGE
                    .exception()
                    .with("RangeRequested", header)
                    .with("ActualObjectSize", Long.toString(size));
        }
        if (last < first) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(first, last - first + 1));
    }
}
