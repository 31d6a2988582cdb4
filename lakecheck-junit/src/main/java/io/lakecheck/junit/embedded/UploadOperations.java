// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Implements the operations on multipart uploads. */
record UploadOperations(ObjectStore store) {

    void register(Map<String, Operation> operations) {
        operations.put("CreateMultipartUpload", this::create);
        operations.put("UploadPart", this::uploadPart);
        operations.put("CompleteMultipartUpload", this::complete);
        operations.put("AbortMultipartUpload", this::abort);
    }

    private S3Response create(S3Request request) {
        ObjectAttributes attributes = ObjectAttributes.of(request.headers());
        ChecksumPlan checksums = ChecksumPlan.of(request.headers());
        String id = UUID.randomUUID().toString();
        store.in(request.bucket(), bucket -> {
            bucket.uploads().add(new MultipartUpload(id, request.key(), attributes, checksums, bucket.now()));
            return bucket;
        });
        return S3Response.of(XmlDocument.of("InitiateMultipartUploadResult")
                        .text("Bucket", request.bucket())
                        .text("Key", request.key())
                        .text("UploadId", id))
                .with(checksums.headers());
    }

    private S3Response uploadPart(S3Request request) throws IOException {
        PartAddress address = PartAddress.of(request.query());
        MultipartUpload upload =
                store.in(request.bucket(), bucket -> bucket.uploads().get(address.uploadId(), request.key()));
        Payload payload =
                Payload.read(request, store.segments(), upload.checksums().algorithm());
        store.commit(request.bucket(), payload, bucket -> {
            bucket.uploads()
                    .get(address.uploadId(), request.key())
                    .put(address.number(), new UploadedPart(payload, bucket.now()));
            return bucket;
        });
        return S3Response.empty(200)
                .with("ETag", payload.quotedEtag())
                .with(
                        payload.checksum().algorithm().header(),
                        payload.checksum().value());
    }

    private S3Response complete(S3Request request) throws IOException {
        XmlNode document = request.xml("CompleteMultipartUpload");
        WriteCondition condition = WriteCondition.of(request.headers());
        Payload written = store.in(request.bucket(), bucket -> {
            MultipartUpload upload = bucket.uploads().get(request.query().text("uploadId"), request.key());
            PartList list = PartList.of(document);
            Payload payload = list.join(upload, request.headers());
            bucket.put(request.key(), payload, upload.attributes(), condition);
            bucket.uploads().remove(upload);
            list.parts().forEach(part -> upload.parts().remove(part.number()));
            upload.releaseParts();
            return payload;
        });
        XmlDocument result = XmlDocument.of("CompleteMultipartUploadResult")
                .text("Location", "/" + request.bucket() + "/" + request.key())
                .text("Bucket", request.bucket())
                .text("Key", request.key())
                .text("ETag", written.quotedEtag());
        written.checksum().appendTo(result);
        return S3Response.of(result);
    }

    private S3Response abort(S3Request request) {
        store.in(request.bucket(), bucket -> {
            MultipartUpload upload = bucket.uploads().get(request.query().text("uploadId"), request.key());
            bucket.uploads().remove(upload);
            upload.releaseParts();
            return bucket;
        });
        return S3Response.empty(204);
    }
}
