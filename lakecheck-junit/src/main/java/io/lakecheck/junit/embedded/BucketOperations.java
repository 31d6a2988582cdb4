// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.util.Map;

/** Implements the operations on buckets. */
record BucketOperations(ObjectStore store) {

    /** The region for which S3 returns an empty location. */
    static final String DEFAULT_REGION = "us-east-1";

    void register(Map<String, Operation> operations) {
        operations.put("ListBuckets", this::list);
        operations.put("CreateBucket", this::create);
        operations.put("HeadBucket", this::head);
        operations.put("DeleteBucket", this::delete);
        operations.put("GetBucketLocation", this::location);
    }

    private S3Response list(S3Request request) {
        String prefix = request.query().text("prefix");
        XmlDocument document = XmlDocument.of("ListAllMyBucketsResult").element("Owner", Owner::appendTo);
        return S3Response.of(document.element("Buckets", buckets -> store.buckets().stream()
                .filter(bucket -> bucket.name().startsWith(prefix))
                .forEach(bucket -> buckets.element("Bucket", each -> each.text("Name", bucket.name())
                        .text("CreationDate", HttpDate.document(bucket.created()))))));
    }

    /** Creates a bucket. If the bucket already exists, the request succeeds only in the default region, as in S3. */
    private S3Response create(S3Request request) throws IOException {
        String name = request.bucket();
        if (!BucketInfo.isName(name)) {
            throw S3ErrorCode.INVALID_BUCKET_NAME.exception().with("BucketName", name);
        }
        String region = region(request);
        if (!store.create(name, region) && !region.equals(DEFAULT_REGION)) {
            throw S3ErrorCode.BUCKET_ALREADY_OWNED.exception().with("BucketName", name);
        }
        return S3Response.empty(200).with("Location", "/" + name);
    }

    private static String region(S3Request request) throws IOException {
        byte[] body = request.body().stream().readAllBytes();
        return body.length == 0
                ? DEFAULT_REGION
                : XmlParser.parse(body).text("LocationConstraint").orElse(DEFAULT_REGION);
    }

    private S3Response head(S3Request request) {
        return S3Response.empty(200)
                .with("Content-Type", "application/xml")
                .with(
                        "x-amz-bucket-region",
                        store.in(request.bucket(), Bucket::info).region());
    }

    private S3Response delete(S3Request request) {
        store.delete(request.bucket());
        return S3Response.empty(204);
    }

    private S3Response location(S3Request request) {
        String region = store.in(request.bucket(), Bucket::info).region();
        return S3Response.of(XmlDocument.of("LocationConstraint").text(region.equals(DEFAULT_REGION) ? "" : region));
    }
}
