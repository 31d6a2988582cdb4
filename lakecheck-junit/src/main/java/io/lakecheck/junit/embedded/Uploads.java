// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import io.lakecheck.value.Utf8Order;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The multipart uploads to a bucket that have been neither completed nor aborted. Not thread-safe. */
final class Uploads {

    private static final Comparator<MultipartUpload> ORDER = Comparator.comparing(MultipartUpload::key, Utf8Order.BYTES)
            .thenComparing(MultipartUpload::initiated)
            .thenComparing(MultipartUpload::id);

    private final Map<String, MultipartUpload> byId = new HashMap<>();

    void add(MultipartUpload upload) {
        byId.put(upload.id(), upload);
    }

    /** @throws S3ErrorException if this key has no upload with this ID */
    MultipartUpload get(String id, String key) {
        MultipartUpload upload = byId.get(id);
        if (upload == null || !upload.key().equals(key)) {
            throw S3ErrorCode.NO_SUCH_UPLOAD.exception().with("UploadId", id);
        }
        return upload;
    }

    void remove(MultipartUpload upload) {
        byId.remove(upload.id());
    }

    List<MultipartUpload> sorted() {
        return byId.values().stream().sorted(ORDER).toList();
    }

    void abortAll() {
        byId.values().forEach(MultipartUpload::releaseParts);
        byId.clear();
    }
}
