// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Implements the operations that list objects. */
record ListOperations(ObjectStore store) {

    void register(Map<String, Operation> operations) {
        operations.put("ListObjects", this::list);
        operations.put("ListObjectsV2", this::listV2);
    }

    private S3Response list(S3Request request) {
        String marker = request.query().text("marker");
        ListingQuery query = ListingQuery.of(request.query(), marker, "max-keys");
        ListingPage page = page(request, query);
        UnaryOperator<String> encoding = query.encoding();
        XmlDocument document = document(request, query, page).text("Marker", encoding.apply(marker));
        if (!query.delimiter().isEmpty()) {
            document.text("NextMarker", page.next().map(encoding));
        }
        return S3Response.of(entries(document, query, page, true));
    }

    private S3Response listV2(S3Request request) {
        Optional<String> token = request.query().first("continuation-token");
        Optional<String> startAfter = request.query().first("start-after").filter(after -> !after.isEmpty());
        String after = token.map(ListOperations::decode).or(() -> startAfter).orElse("");
        ListingQuery named = ListingQuery.of(request.query(), after, "max-keys");
        ListingQuery query = token.isPresent() ? named : named.within();
        ListingPage page = page(request, query);
        XmlDocument document = document(request, query, page)
                .number("KeyCount", page.size())
                .text("ContinuationToken", token)
                .text("NextContinuationToken", page.next().map(ListOperations::encode))
                .text("StartAfter", startAfter.map(query.encoding()));
        boolean hasOwner = request.query().text("fetch-owner").equals("true");
        return S3Response.of(entries(document, query, page, hasOwner));
    }

    private ListingPage page(S3Request request, ListingQuery query) {
        return store.in(request.bucket(), bucket -> ListingPage.of(bucket.objects(), query));
    }

    private static XmlDocument document(S3Request request, ListingQuery query, ListingPage page) {
        return XmlDocument.of("ListBucketResult")
                .text("Name", request.bucket())
                .text("Prefix", query.encoding().apply(query.prefix()))
                .number("MaxKeys", query.max())
                .text("Delimiter", query.delimiterIfAny())
                .text("EncodingType", query.encodingType())
                .flag("IsTruncated", page.next().isPresent());
    }

    private static XmlDocument entries(XmlDocument document, ListingQuery query, ListingPage page, boolean hasOwner) {
        UnaryOperator<String> encoding = query.encoding();
        for (Map.Entry<String, StoredObject> entry : page.objects()) {
            StoredObject object = entry.getValue();
            document.element("Contents", contents -> {
                contents.text("Key", encoding.apply(entry.getKey()))
                        .text("LastModified", HttpDate.document(object.modified()))
                        .text("ETag", object.etag())
                        .text(
                                "ChecksumAlgorithm",
                                object.payload().checksum().algorithm().name())
                        .text("ChecksumType", object.payload().checksum().type())
                        .number("Size", object.size())
                        .text("StorageClass", object.attributes().storageClass());
                if (hasOwner) {
                    contents.element("Owner", Owner::appendTo);
                }
            });
        }
        page.commonPrefixes()
                .forEach(prefix ->
                        document.element("CommonPrefixes", each -> each.text("Prefix", encoding.apply(prefix))));
        return document;
    }

    private static String encode(String last) {
        return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            String last = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (!last.isEmpty()) {
                return last;
            }
        } catch (IllegalArgumentException e) {
            // The token is invalid, which is reported below.
        }
        throw S3ErrorCode.INVALID_ARGUMENT
                .exception("The continuation token provided is incorrect")
                .with("ArgumentName", "continuation-token");
    }
}
