// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import io.lakecheck.value.Utf8Order;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Implements the operations that list multipart uploads and their parts. */
record UploadListOperations(ObjectStore store) {

    void register(Map<String, Operation> operations) {
        operations.put("ListParts", this::listParts);
        operations.put("ListMultipartUploads", this::listUploads);
    }

    private S3Response listParts(S3Request request) {
        int max = Math.min(
                request.query().number("max-parts", 0, Integer.MAX_VALUE, ListingQuery.MAX_KEYS),
                ListingQuery.MAX_KEYS);
        int marker = request.query().number("part-number-marker", 0, Integer.MAX_VALUE, 0);
        XmlDocument document = XmlDocument.of("ListPartsResult")
                .text("Bucket", request.bucket())
                .text("Key", request.key())
                .text("UploadId", request.query().text("uploadId"))
                .number("PartNumberMarker", marker)
                .number("MaxParts", max)
                .element("Initiator", Owner::appendTo)
                .element("Owner", Owner::appendTo);
        store.in(request.bucket(), bucket -> {
            MultipartUpload upload = bucket.uploads().get(request.query().text("uploadId"), request.key());
            append(document, upload, marker, max);
            return bucket;
        });
        return S3Response.of(document);
    }

    private static void append(XmlDocument document, MultipartUpload upload, int marker, int max) {
        List<Map.Entry<Integer, UploadedPart>> rest =
                List.copyOf(upload.parts().tailMap(marker, false).entrySet());
        List<Map.Entry<Integer, UploadedPart>> page = rest.subList(0, Math.min(max, rest.size()));
        boolean isTruncated = page.size() < rest.size() && max > 0;
        document.text("StorageClass", upload.attributes().storageClass()).flag("IsTruncated", isTruncated);
        upload.checksums().appendTo(document);
        document.number(
                "NextPartNumberMarker",
                page.isEmpty() ? 0 : page.get(page.size() - 1).getKey());
        for (Map.Entry<Integer, UploadedPart> part : page) {
            Payload payload = part.getValue().payload();
            document.element("Part", each -> each.number("PartNumber", part.getKey())
                    .text("LastModified", HttpDate.document(part.getValue().modified()))
                    .text("ETag", payload.quotedEtag())
                    .text(
                            payload.checksum().algorithm().element(),
                            payload.checksum().value())
                    .number("Size", payload.size()));
        }
    }

    private S3Response listUploads(S3Request request) {
        QueryParameters parameters = request.query();
        String keyMarker = parameters.text("key-marker");
        String idMarker = keyMarker.isEmpty() ? "" : parameters.text("upload-id-marker");
        ListingQuery query = ListingQuery.of(parameters, keyMarker, "max-uploads");
        List<MultipartUpload> all =
                store.in(request.bucket(), bucket -> bucket.uploads().sorted());
        UploadPage page = UploadPage.of(after(all, keyMarker, idMarker), query);
        UnaryOperator<String> encoding = query.encoding();
        XmlDocument document = XmlDocument.of("ListMultipartUploadsResult")
                .text("Bucket", request.bucket())
                .text("KeyMarker", encoding.apply(keyMarker))
                .text("UploadIdMarker", idMarker)
                .text("NextKeyMarker", page.nextKey().map(encoding))
                .text("NextUploadIdMarker", page.nextId())
                .text("Prefix", encoding.apply(query.prefix()))
                .text("Delimiter", query.delimiterIfAny())
                .text("EncodingType", query.encodingType())
                .number("MaxUploads", query.max())
                .flag("IsTruncated", page.nextKey().isPresent());
        page.appendTo(document, encoding);
        return S3Response.of(document);
    }

    /**
     * Returns the uploads that follow a marker in listing order.
     *
     * @param key the marker's key: uploads for later keys are included
     * @param id the marker's upload ID: later uploads for the same key are also included; empty to include none of them
     */
    private static List<MultipartUpload> after(List<MultipartUpload> all, String key, String id) {
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            MultipartUpload upload = all.get(i);
            boolean isMarked =
                    upload.key().equals(key) && (id.isEmpty() || upload.id().equals(id));
            if (isMarked || Utf8Order.BYTES.compare(upload.key(), key) < 0) {
                next = i + 1;
            }
        }
        return all.subList(next, all.size());
    }
}
