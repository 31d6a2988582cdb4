// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Implements the operations that delete objects. */
record DeleteOperations(ObjectStore store) {

    private static final int MAX_KEYS = 1000;

    void register(Map<String, Operation> operations) {
        operations.put("DeleteObject", this::delete);
        operations.put("DeleteObjects", this::deleteMany);
    }

    private S3Response delete(S3Request request) {
        WriteCondition condition = WriteCondition.of(request.headers());
        store.in(request.bucket(), bucket -> {
            bucket.delete(request.key(), condition);
            return bucket;
        });
        return S3Response.empty(204);
    }

    private S3Response deleteMany(S3Request request) throws IOException {
        XmlNode delete = request.verifiedXml("Delete");
        List<XmlNode> objects = delete.all("Object");
        if (objects.isEmpty() || objects.size() > MAX_KEYS) {
            throw S3ErrorCode.MALFORMED_XML.exception();
        }
        boolean isQuiet = delete.text("Quiet").filter("true"::equals).isPresent();
        XmlDocument document = XmlDocument.of("DeleteResult");
        store.in(request.bucket(), bucket -> {
            objects.forEach(object -> delete(bucket, object, isQuiet, document));
            return bucket;
        });
        return S3Response.of(document);
    }

    private static void delete(Bucket bucket, XmlNode object, boolean isQuiet, XmlDocument document) {
        String key = object.required("Key");
        try {
            checkVersion(object);
            Optional<EntityTags> etag = object.text("ETag").map(EntityTags::new);
            bucket.delete(key, new WriteCondition(etag, false));
            if (!isQuiet) {
                document.element("Deleted", deleted -> deleted.text("Key", key));
            }
        } catch (S3ErrorException e) {
            document.element("Error", error -> error.text("Key", key)
                    .text("Code", e.code().code())
                    .text("Message", e.explanation()));
        }
    }

    private static void checkVersion(XmlNode object) {
        if (!object.text("VersionId").orElse("null").equals("null")) {
            throw S3ErrorCode.INVALID_ARGUMENT.exception("Invalid version id specified");
        }
    }
}
