// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to compute the checksum of an object that is uploaded in parts.
 *
 * @param algorithm the checksum algorithm
 * @param isComposite true to compute the checksum of the parts' checksums, false to compute that of the entire object
 */
record ChecksumPlan(ChecksumAlgorithm algorithm, boolean isComposite) {

    private static final String TYPE = "x-amz-checksum-type";

    /** @throws S3ErrorException if the algorithm is unknown or doesn't support the requested checksum type */
    static ChecksumPlan of(RequestHeaders headers) {
        Optional<ChecksumAlgorithm> algorithm =
                headers.first("x-amz-checksum-algorithm").map(ChecksumAlgorithm::parse);
        Optional<String> type = headers.first(TYPE);
        ChecksumAlgorithm chosen = algorithm.orElse(ChecksumAlgorithm.CRC64NVME);
        boolean isComposite = type.map("COMPOSITE"::equals).orElse(chosen != ChecksumAlgorithm.CRC64NVME);
        boolean isSha = chosen == ChecksumAlgorithm.SHA1 || chosen == ChecksumAlgorithm.SHA256;
        if (isComposite ? chosen == ChecksumAlgorithm.CRC64NVME : isSha) {
            throw S3ErrorCode.INVALID_REQUEST.exception("The " + type.orElse("FULL_OBJECT")
                    + " checksum type cannot be used with the " + chosen + " checksum algorithm.");
        }
        return new ChecksumPlan(chosen, isComposite);
    }

    ObjectChecksum of(List<Payload> parts) {
        Digest digest = algorithm.digest();
        for (Payload part : parts) {
            if (isComposite) {
                byte[] value = Base64.getDecoder().decode(part.checksum().value());
                digest.update(value, 0, value.length);
            } else {
                part.content().update(digest);
            }
        }
        String value = Base64.getEncoder().encodeToString(digest.value());
        return new ObjectChecksum(algorithm, isComposite ? value + "-" + parts.size() : value, isComposite);
    }

    String type() {
        return isComposite ? "COMPOSITE" : "FULL_OBJECT";
    }

    Map<String, String> headers() {
        return Map.of("x-amz-checksum-algorithm", algorithm.name(), TYPE, type());
    }

    void appendTo(XmlDocument document) {
        document.text("ChecksumAlgorithm", algorithm.name()).text("ChecksumType", type());
    }
}
