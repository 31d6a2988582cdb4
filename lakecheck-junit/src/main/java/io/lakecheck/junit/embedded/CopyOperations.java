// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Implements the operations that copy an object to another object or to a part of an upload. */
record CopyOperations(ObjectStore store) {

    void register(Map<String, Operation> operations) {
        operations.put("CopyObject", this::copy);
        operations.put("UploadPartCopy", this::copyPart);
    }

    private S3Response copy(S3Request request) {
        CopySource source = CopySource.of(request.headers());
        WriteCondition condition = WriteCondition.of(request.headers());
        ObjectAttributes requested = ObjectAttributes.of(request.headers());
        store.in(request.bucket(), Bucket::info);
        StoredObject original = source.retained(store, request.headers());
        Payload payload = payload(request.headers(), original.payload());
        StoredObject copy = store.commit(request.bucket(), payload, bucket -> {
            checkChange(request, source);
            return bucket.put(
                    request.key(), payload, attributes(request.headers(), requested, original.attributes()), condition);
        });
        return S3Response.of(result("CopyObjectResult", payload, copy.modified()));
    }

    /** @throws S3ErrorException if the request would copy an object to itself without changing anything */
    private static void checkChange(S3Request request, CopySource source) {
        boolean isItself = source.equals(new CopySource(request.bucket(), request.key()));
        if (isItself && !changes(request.headers())) {
            throw S3ErrorCode.INVALID_REQUEST.exception(
                    "This copy request is illegal because it is trying to copy an object to itself without changing"
                            + " the object's metadata, storage class, website redirect location or encryption"
                            + " attributes.");
        }
    }

    private static boolean changes(RequestHeaders headers) {
        return isReplaced(headers, "x-amz-metadata-directive")
                || headers.has(ObjectAttributes.STORAGE_CLASS)
                || headers.has("x-amz-website-redirect-location")
                || headers.has("x-amz-server-side-encryption");
    }

    private static boolean isReplaced(RequestHeaders headers, String directive) {
        return headers.first(directive).filter("REPLACE"::equals).isPresent();
    }

    /**
     * Returns the payload for a copy. Its digests are those of the entire object, and its checksum uses the requested
     * algorithm.
     */
    private static Payload payload(RequestHeaders headers, Payload original) {
        ChecksumAlgorithm algorithm = headers.first("x-amz-checksum-algorithm")
                .map(ChecksumAlgorithm::parse)
                .orElse(original.checksum().algorithm());
        boolean isSame = original.partSizes().isEmpty() && original.checksum().algorithm() == algorithm;
        return isSame ? original : Payload.of(original.content(), algorithm);
    }

    private static ObjectAttributes attributes(
            RequestHeaders headers, ObjectAttributes requested, ObjectAttributes original) {
        Map<String, String> copied = new TreeMap<>(original.headers());
        copied.remove(ObjectAttributes.STORAGE_CLASS);
        if (headers.has(ObjectAttributes.STORAGE_CLASS)) {
            copied.put(ObjectAttributes.STORAGE_CLASS, requested.storageClass());
        }
        return new ObjectAttributes(
                isReplaced(headers, "x-amz-metadata-directive") ? requested.headers() : copied,
                isReplaced(headers, "x-amz-tagging-directive") ? requested.tags() : original.tags());
    }

    private S3Response copyPart(S3Request request) throws IOException {
        PartAddress address = PartAddress.of(request.query());
        StoredObject original = CopySource.of(request.headers()).retained(store, request.headers());
        MultipartUpload upload;
        Content content;
        try {
            upload = store.in(request.bucket(), bucket -> bucket.uploads().get(address.uploadId(), request.key()));
            content = copied(request, original);
        } finally {
            original.payload().content().release();
        }
        Payload payload = Payload.of(content, upload.checksums().algorithm());
        UploadedPart part = store.commit(request.bucket(), payload, bucket -> {
            UploadedPart added = new UploadedPart(payload, bucket.now());
            bucket.uploads().get(address.uploadId(), request.key()).put(address.number(), added);
            return added;
        });
        return S3Response.of(result("CopyPartResult", payload, part.modified()));
    }

    private Content copied(S3Request request, StoredObject original) throws IOException {
        try (InputStream in = original.payload().content().open(range(request, original))) {
            return store.segments().read(in);
        }
    }

    private static ByteRange range(S3Request request, StoredObject original) {
        return request.headers()
                .first(CopySource.HEADER + "-range")
                .map(header -> ByteRange.parse(header, original.size()).orElseThrow(() -> S3ErrorCode.INVALID_ARGUMENT
                        .exception("The x-amz-copy-source-range value must be of the form bytes=first-last")
                        .with("ArgumentName", CopySource.HEADER + "-range")
                        .with("ArgumentValue", header)))
                .orElse(ByteRange.all(original.size()));
    }

    private static XmlDocument result(String root, Payload payload, Instant modified) {
        XmlDocument document = XmlDocument.of(root)
                .text("LastModified", HttpDate.document(modified))
                .text("ETag", payload.quotedEtag());
        payload.checksum().appendTo(document);
        return document;
    }
}
