// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

/**
 * Identifies the part that a request writes.
 *
 * @param uploadId the ID of the multipart upload
 * @param number the part's number
 */
record PartAddress(String uploadId, int number) {

    private static final int MAX_PARTS = 10_000;

    /** @throws S3ErrorException if the part's number is missing or out of range */
    static PartAddress of(QueryParameters query) {
        int number = query.number("partNumber", 1, MAX_PARTS, 0);
        if (number == 0) {
            throw S3ErrorCode.INVALID_ARGUMENT
                    .exception("Part number must be an integer between 1 and 10000, inclusive")
                    .with("ArgumentName", "partNumber");
        }
        return new PartAddress(query.text("uploadId"), number);
    }
}
