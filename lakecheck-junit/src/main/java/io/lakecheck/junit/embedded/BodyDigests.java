// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Computes the digests of a request's body while it is being read, and compares them with those that the client sent.
 */
final class BodyDigests {

    private static final int MD5_BYTES = 16;

    private final S3Request request;
    private final ChecksumAlgorithm algorithm;
    private final Digest md5 = Digest.of("MD5");
    private final Digest checksum;

    private BodyDigests(S3Request request, ChecksumAlgorithm algorithm) {
        this.request = request;
        this.algorithm = algorithm;
        this.checksum = algorithm.digest();
    }

    /**
     * @param preferred the checksum algorithm to use if the client specifies none
     * @throws S3ErrorException if the client sends several checksums or an unknown one
     */
    static BodyDigests of(S3Request request, ChecksumAlgorithm preferred) {
        List<ChecksumAlgorithm> sent = Arrays.stream(ChecksumAlgorithm.values())
                .filter(each -> request.headers().has(each.header()) || isTrailer(request, each))
                .toList();
        if (sent.size() > 1) {
            throw S3ErrorCode.INVALID_REQUEST.exception(
                    "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }
        ChecksumAlgorithm algorithm = sent.isEmpty()
                ? request.headers()
                        .first("x-amz-sdk-checksum-algorithm")
                        .map(ChecksumAlgorithm::parse)
                        .orElse(preferred)
                : sent.get(0);
        return new BodyDigests(request, algorithm);
    }

    private static boolean isTrailer(S3Request request, ChecksumAlgorithm algorithm) {
        return Arrays.stream(request.headers().first("x-amz-trailer").orElse("").split(","))
                .anyMatch(name -> name.trim().toLowerCase(Locale.ROOT).equals(algorithm.header()));
    }

    /** Returns the body as a stream. Reading it computes the digests. */
    InputStream stream() {
        return new FilterInputStream(request.body().stream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                if (read > 0) {
                    md5.update(target, offset, read);
                    checksum.update(target, offset, read);
                }
                return read;
            }
        };
    }

    /**
     * Returns the digests of the body. The body must have been read to its end.
     *
     * @throws S3ErrorException if the digests differ from those that the client sent
     */
    Verified verify() {
        byte[] md5Value = md5.value();
        request.headers().first("Content-MD5").ifPresent(sent -> {
            if (!Arrays.equals(decodedMd5(sent), md5Value)) {
                throw S3ErrorCode.BAD_DIGEST.exception();
            }
        });
        String value = Base64.getEncoder().encodeToString(checksum.value());
        String header = algorithm.header();
        Optional<String> sent =
                request.headers().first(header).or(() -> request.body().trailer(header));
        if (sent.isPresent() && !sent.get().equals(value)) {
            throw mismatch(sent.get(), value);
        }
        return new Verified(md5Value, ObjectChecksum.ofWhole(algorithm, value));
    }

    private static byte[] decodedMd5(String sent) {
        try {
            byte[] md5 = Base64.getDecoder().decode(sent);
            if (md5.length == MD5_BYTES) {
                return md5;
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        throw S3ErrorCode.INVALID_DIGEST.exception().with("Content-MD5", sent);
    }

    private S3ErrorException mismatch(String sent, String computed) {
        try {
            if (Base64.getDecoder().decode(sent).length == Base64.getDecoder().decode(computed).length) {
                return S3ErrorCode.BAD_DIGEST.exception(
                        "The " + algorithm + " you specified did not match the calculated checksum.");
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        return S3ErrorCode.INVALID_REQUEST.exception("Value for " + algorithm.header() + " header is invalid.");
    }

    /**
     * The digests of a body that has been read to its end.
     *
     * @param md5 the body's MD5 digest
     * @param checksum the body's checksum
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Verified(byte[] md5, ObjectChecksum checksum) {}
}
