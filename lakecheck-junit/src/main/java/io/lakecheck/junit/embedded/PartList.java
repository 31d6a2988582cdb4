// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The list of parts that a client sends to complete a multipart upload.
 *
 * @param parts the parts in the client's order
 */
record PartList(List<Part> parts) {

    private static final long MIN_PART_BYTES = 5 * 1024 * 1024;

    /**
     * An entry in the list.
     *
     * @param number the part's number
     * @param etag the ETag that the client received when it uploaded the part
     * @param node the entry's XML element
     */
    record Part(int number, String etag, XmlNode node) {

        static Part of(XmlNode node) {
            try {
                return new Part(
                        Integer.parseInt(node.required("PartNumber").trim()),
                        EntityTags.unquoted(node.required("ETag")),
                        node);
            } catch (NumberFormatException e) {
                throw S3ErrorCode.MALFORMED_XML.exception();
            }
        }

        /** @throws S3ErrorException if no part with this number, ETag and checksum was uploaded */
        Payload find(MultipartUpload upload) {
            return Optional.ofNullable(upload.parts().get(number))
                    .map(UploadedPart::payload)
                    .filter(payload -> payload.etag().equals(etag))
                    .filter(payload -> node.text(payload.checksum().algorithm().element())
                            .orElse(payload.checksum().value())
                            .equals(payload.checksum().value()))
                    .orElseThrow(() -> S3ErrorCode.INVALID_PART
                            .exception()
                            .with("UploadId", upload.id())
                            .with("PartNumber", Integer.toString(number))
                            .with("ETag", etag));
        }
    }

    /** @throws S3ErrorException if the document contains no parts, or if their numbers are not in ascending order */
    static PartList of(XmlNode document) {
        List<Part> parts = document.all("Part").stream().map(Part::of).toList();
        if (parts.isEmpty()) {
            throw S3ErrorCode.INVALID_REQUEST.exception("You must specify at least one part");
        }
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).number() <= parts.get(i - 1).number()) {
                throw S3ErrorCode.INVALID_PART_ORDER.exception();
            }
        }
        return new PartList(parts);
    }

    /**
     * Returns the payload of the object that consists of these parts. The payload shares the content of the parts.
     *
     * @throws S3ErrorException if a part is unknown or too small, or if the object's checksum is wrong
     */
    Payload join(MultipartUpload upload, RequestHeaders headers) {
        List<Payload> payloads = parts.stream().map(part -> part.find(upload)).toList();
        for (Payload payload : payloads.subList(0, payloads.size() - 1)) {
            if (payload.size() < MIN_PART_BYTES) {
                throw S3ErrorCode.ENTITY_TOO_SMALL
                        .exception()
                        .with("ProposedSize", Long.toString(payload.size()))
                        .with("MinSizeAllowed", Long.toString(MIN_PART_BYTES));
            }
        }
        Digest md5 = Digest.of("MD5");
        payloads.forEach(payload -> md5.update(HexFormat.of().parseHex(payload.etag()), 0, 16));
        ObjectChecksum checksum = upload.checksums().of(payloads);
        checksum.check(headers);
        return new Payload(
                Content.join(payloads.stream().map(Payload::content).toList()),
                HexFormat.of().formatHex(md5.value()) + "-" + payloads.size(),
                checksum,
                payloads.stream().map(Payload::size).toList());
    }
}
