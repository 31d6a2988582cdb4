// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.List;
import java.util.Optional;

/**
 * The range of bytes that one part occupies in an object.
 *
 * @param range the range, or empty if the object is empty
 * @param count the object's number of parts, or 0 if it was not uploaded in parts
 */
record PartRange(Optional<ByteRange> range, int count) {

    private static final int MAX_PARTS = 10_000;

    /** @throws S3ErrorException if the object has no such part */
    static PartRange of(QueryParameters query, Payload payload) {
        int number = query.number("partNumber", 1, MAX_PARTS, 1);
        List<Long> sizes = payload.partSizes();
        if (number > Math.max(1, sizes.size())) {
            throw S3ErrorCode.INVALID_PART_NUMBER
                    .exception()
                    .with("PartNumberRequested", Integer.toString(number))
                    .with("ActualPartCount", Integer.toString(Math.max(1, sizes.size())));
        }
        if (payload.size() == 0) {
            return new PartRange(Optional.empty(), sizes.size());
        }
        if (sizes.isEmpty()) {
            return new PartRange(Optional.of(ByteRange.all(payload.size())), 0);
        }
        long first =
                sizes.subList(0, number - 1).stream().mapToLong(Long::longValue).sum();
        return new PartRange(Optional.of(new ByteRange(first, sizes.get(number - 1))), sizes.size());
    }
}
