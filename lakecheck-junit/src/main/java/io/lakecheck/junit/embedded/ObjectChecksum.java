// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Map;

/**
 * The checksum of an object or of a part.
 *
 * @param algorithm the checksum algorithm
 * @param value the checksum in Base64, followed by the number of parts if it is composite
 * @param isComposite whether it was computed from the parts' checksums rather than from the entire object
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
     * Compares this checksum with the one that a client sent for the entire object, if any.
     *
     * @throws S3ErrorException if the checksums differ
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
