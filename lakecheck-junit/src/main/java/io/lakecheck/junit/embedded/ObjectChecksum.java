// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Map;

/**
 * The checksum of an object or part.
 *
 * @param algorithm its algorithm
 * @param value the checksum in Base64; a composite one is followed by the number of parts
 * @param isComposite whether it is the checksum of the parts' checksums
 */
record ObjectChecksum(ChecksumAlgorithm algorithm, String value, boolean isComposite) {

    static ObjectChecksum ofWhole(ChecksumAlgorithm algorithm, String value) {
        return new ObjectChecksum(algorithm, value, false);
    }

    String type() {
        return isComposite ? "COMPOSITE" : "FULL_OBJECT";
    }

    Map<String, String> headers() {
        return Map.of(algorithm.header(), value, "x-amz-checksum-type", type());
    }

    /**
     * Compares the checksum with the one that a client sends for the whole object.
     *
     * @throws S3ErrorException if they differ
     */
    void check(RequestHeaders headers) {
        String expected = headers.first(algorithm.header()).orElse(value);
        if (!expected.equals(value) && !value.startsWith(expected + "-")) {
            throw S3ErrorCode.BAD_DIGEST.exception(
                    "The " + algorithm + " you specified did not match the calculated checksum.");
        }
    }

    void appendTo(XmlDocument document) {
        document.text(algorithm.element(), value).text("ChecksumType", type());
    }
}
