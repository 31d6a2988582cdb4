// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** A checksum algorithm that S3 supports. */
enum ChecksumAlgorithm {
    CRC32,
    CRC32C,
    CRC64NVME,
    SHA1,
    SHA256;

    Digest digest() {
        return switch (this) {
            case CRC32 -> Digest.of(new CRC32(), 4);
            case CRC32C -> Digest.of(new CRC32C(), 4);
            case CRC64NVME -> Digest.of(new Crc64Nvme(), 8);
            case SHA1 -> Digest.of("SHA-1");
            case SHA256 -> Digest.of("SHA-256");
        };
    }

    /** Returns the name of the header that contains a checksum of this algorithm. */
    String header() {
        return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the XML element that contains a checksum of this algorithm. */
    String element() {
        return "Checksum" + name();
    }

    /** @throws S3ErrorException if the algorithm is unknown */
    static ChecksumAlgorithm parse(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> S3ErrorCode.INVALID_REQUEST.exception(
                        "Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
                                + Arrays.toString(values())));
    }
}
