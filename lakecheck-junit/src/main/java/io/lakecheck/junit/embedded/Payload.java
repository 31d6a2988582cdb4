// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The bytes of an object or of a part, with their digests.
 *
 * @param content the bytes
 * @param etag the ETag, without quotes
 * @param checksum the checksum
 * @param partSizes the sizes of the object's parts, in bytes; empty if it was not uploaded in parts
 */
record Payload(Content content, String etag, ObjectChecksum checksum, List<Long> partSizes) {

    /**
     * Reads the body of a request to its end.
     *
     * @param preferred the checksum algorithm to use if the client specifies none
     * @return the payload; the caller must release its content
     * @throws S3ErrorException if the body does not match the checksums that the client sent
     */
    static Payload read(S3Request request, SegmentStore segments, ChecksumAlgorithm preferred) throws IOException {
        BodyDigests digests = BodyDigests.of(request, preferred);
        Content content = segments.read(digests.stream());
        try {
            BodyDigests.Verified verified = digests.verify();
            return new Payload(content, HexFormat.of().formatHex(verified.md5()), verified.checksum(), List.of());
        } catch (S3ErrorException e) {
            content.release();
            throw e;
        }
    }

    /** Returns a payload with the given content, and computes its digests. */
    static Payload of(Content content, ChecksumAlgorithm algorithm) {
        Digest md5 = Digest.of("MD5");
        Digest checksum = algorithm.digest();
        content.update(md5, checksum);
        String value = Base64.getEncoder().encodeToString(checksum.value());
        return new Payload(
                content, HexFormat.of().formatHex(md5.value()), ObjectChecksum.ofWhole(algorithm, value), List.of());
    }

    long size() {
        return content.size();
    }

    String quotedEtag() {
        return '"' + etag + '"';
    }
}
