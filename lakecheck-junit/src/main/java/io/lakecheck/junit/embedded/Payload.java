// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The stored bytes of an object or part, with their digests.
 *
 * @param content the bytes
 * @param etag the ETag without quotes
 * @param checksum the checksum
 * @param partSizes the sizes of the parts of a multipart upload; empty for an object that was written at once
 */
record Payload(Content content, String etag, ObjectChecksum checksum, List<Long> partSizes) {

    /**
     * Reads the body of a request.
     *
     * @param preferred the checksum algorithm if the client sends no checksum
     * @return the payload, which the caller releases
     * @throws S3ErrorException if the body does not match its checksums
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

    /** Returns a payload of this content, whose digests are computed from its bytes. */
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
