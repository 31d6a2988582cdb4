// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Implements the operations that read and write single objects. */
record ObjectOperations(ObjectStore store) {

    private static final String OVERRIDE = "response-";

    void register(Map<String, Operation> operations) {
        operations.put("PutObject", this::put);
        operations.put("GetObject", this::get);
        operations.put("HeadObject", this::get);
    }

    private S3Response put(S3Request request) throws IOException {
        WriteCondition condition = WriteCondition.of(request.headers());
        ObjectAttributes attributes = ObjectAttributes.of(request.headers());
        store.in(request.bucket(), Bucket::info);
        Payload payload = Payload.read(request, store.segments(), ChecksumAlgorithm.CRC64NVME);
        StoredObject object = store.commit(
                request.bucket(), payload, bucket -> bucket.put(request.key(), payload, attributes, condition));
        return S3Response.empty(200)
                .with("ETag", object.etag())
                .with(object.payload().checksum().headers());
    }

    private S3Response get(S3Request request) {
        StoredObject object = store.in(request.bucket(), bucket -> bucket.retained(request.key()));
        boolean isSent = false;
        try {
            ReadCondition condition = ReadCondition.of(request.headers(), "");
            condition.check(object);
            if (condition.isKnown(object)) {
                return S3Response.empty(304).with(object.headers());
            }
            S3Response response = response(request, object);
            isSent = true;
            return response;
        } finally {
            if (!isSent) {
                object.payload().content().release();
            }
        }
    }

    private static S3Response response(S3Request request, StoredObject object) {
        Map<String, String> headers = object.headers();
        Optional<ByteRange> range = range(request, object, headers);
        range.ifPresent(part -> headers.put("Content-Range", part.header(object.size())));
        boolean wantsChecksum = request.headers()
                .first("x-amz-checksum-mode")
                .filter("ENABLED"::equalsIgnoreCase)
                .isPresent();
        if (wantsChecksum && range.isEmpty()) {
            headers.putAll(object.payload().checksum().headers());
        }
        headers.putAll(overrides(request.query()));
        return new S3Response(
                range.isPresent() ? 206 : 200,
                headers,
                ResponseBody.of(object.payload().content(), range.orElse(ByteRange.all(object.size()))));
    }

    private static Optional<ByteRange> range(S3Request request, StoredObject object, Map<String, String> headers) {
        if (request.query().has("partNumber")) {
            PartRange part = PartRange.of(request.query(), object.payload());
            if (part.count() > 0) {
                headers.put("x-amz-mp-parts-count", Integer.toString(part.count()));
            }
            return part.range();
        }
        return request.headers().first("Range").flatMap(header -> ByteRange.parse(header, object.size()));
    }

    /** Returns the response headers that the client overrides with query parameters. */
    private static Map<String, String> overrides(QueryParameters query) {
        Map<String, String> headers = new TreeMap<>();
        query.values().forEach((name, value) -> {
            if (name.startsWith(OVERRIDE)) {
                headers.put(name.substring(OVERRIDE.length()), value);
            }
        });
        return headers;
    }
}
