// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Implements the operations on the tags of objects. */
record TaggingOperations(ObjectStore store) {

    void register(Map<String, Operation> operations) {
        operations.put("GetObjectTagging", this::get);
        operations.put("PutObjectTagging", this::put);
        operations.put("DeleteObjectTagging", this::delete);
    }

    private S3Response get(S3Request request) {
        StoredObject object = store.in(request.bucket(), bucket -> bucket.object(request.key()));
        return S3Response.of(XmlDocument.of("Tagging").element("TagSet", set -> object.attributes()
                .tags()
                .forEach((name, value) ->
                        set.element("Tag", tag -> tag.text("Key", name).text("Value", value)))));
    }

    private S3Response put(S3Request request) throws IOException {
        XmlNode set = request.verifiedXml("Tagging").first("TagSet").orElseThrow(S3ErrorCode.MALFORMED_XML::exception);
        Map<String, String> tags = new LinkedHashMap<>();
        set.all("Tag").forEach(tag -> tags.put(tag.required("Key"), tag.required("Value")));
        replace(request, tags);
        return S3Response.empty(200);
    }

    private S3Response delete(S3Request request) {
        replace(request, Map.of());
        return S3Response.empty(204);
    }

    private void replace(S3Request request, Map<String, String> tags) {
        store.in(request.bucket(), bucket -> bucket.update(request.key(), object -> object.withTags(tags)));
    }
}
