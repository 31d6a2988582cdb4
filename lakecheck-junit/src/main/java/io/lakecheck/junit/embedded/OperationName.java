// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Map;
import java.util.Optional;

/**
 * Determines the name that a request's operation has in S3's documentation, even if the operation is not implemented.
 */
final class OperationName {

    private static final Map<String, String> OF_BUCKETS = Map.ofEntries(
            Map.entry("accelerate", "BucketAccelerateConfiguration"),
            Map.entry("acl", "BucketAcl"),
            Map.entry("analytics", "BucketAnalyticsConfiguration"),
            Map.entry("cors", "BucketCors"),
            Map.entry("encryption", "BucketEncryption"),
            Map.entry("intelligent-tiering", "BucketIntelligentTieringConfiguration"),
            Map.entry("inventory", "BucketInventoryConfiguration"),
            Map.entry("lifecycle", "BucketLifecycleConfiguration"),
            Map.entry("location", "BucketLocation"),
            Map.entry("logging", "BucketLogging"),
            Map.entry("metrics", "BucketMetricsConfiguration"),
            Map.entry("notification", "BucketNotificationConfiguration"),
            Map.entry("object-lock", "ObjectLockConfiguration"),
            Map.entry("ownershipControls", "BucketOwnershipControls"),
            Map.entry("policy", "BucketPolicy"),
            Map.entry("policyStatus", "BucketPolicyStatus"),
            Map.entry("publicAccessBlock", "PublicAccessBlock"),
            Map.entry("replication", "BucketReplication"),
            Map.entry("requestPayment", "BucketRequestPayment"),
            Map.entry("tagging", "BucketTagging"),
            Map.entry("versioning", "BucketVersioning"),
            Map.entry("website", "BucketWebsite"));

    private static final Map<String, String> OF_OBJECTS = Map.of(
            "acl", "ObjectAcl",
            "attributes", "ObjectAttributes",
            "legal-hold", "ObjectLegalHold",
            "retention", "ObjectRetention",
            "tagging", "ObjectTagging",
            "torrent", "ObjectTorrent");

    private OperationName() {}

    /** Returns the name of a request's operation, or empty if S3 has no such operation. */
    static Optional<String> of(S3Request request) {
        if (request.bucket().isEmpty()) {
            return request.method().equals("GET") ? Optional.of("ListBuckets") : Optional.empty();
        }
        boolean isBucket = request.key().isEmpty();
        return subresource(request, isBucket ? OF_BUCKETS : OF_OBJECTS)
                .or(() -> isBucket ? ofBucket(request) : ofObject(request));
    }

    private static Optional<String> subresource(S3Request request, Map<String, String> names) {
        return request.query().values().keySet().stream()
                .filter(names::containsKey)
                .findFirst()
                .map(parameter -> verb(request.method()) + names.get(parameter));
    }

    private static String verb(String method) {
        return switch (method) {
            case "PUT", "POST" -> "Put";
            case "DELETE" -> "Delete";
            default -> "Get";
        };
    }

    private static Optional<String> ofBucket(S3Request request) {
        QueryParameters query = request.query();
        return Optional.ofNullable(
                switch (request.method()) {
                    case "GET" -> listing(query);
                    case "HEAD" -> "HeadBucket";
                    case "PUT" -> "CreateBucket";
                    case "DELETE" -> "DeleteBucket";
                    case "POST" -> query.has("delete") ? "DeleteObjects" : "PostObject";
                    default -> null;
                });
    }

    private static String listing(QueryParameters query) {
        if (query.has("uploads")) {
            return "ListMultipartUploads";
        }
        if (query.has("versions")) {
            return "ListObjectVersions";
        }
        return query.text("list-type").equals("2") ? "ListObjectsV2" : "ListObjects";
    }

    private static Optional<String> ofObject(S3Request request) {
        boolean isUpload = request.query().has("uploadId");
        return Optional.ofNullable(
                switch (request.method()) {
                    case "GET" -> isUpload ? "ListParts" : "GetObject";
                    case "HEAD" -> "HeadObject";
                    case "PUT" -> write(request, isUpload);
                    case "DELETE" -> isUpload ? "AbortMultipartUpload" : "DeleteObject";
                    case "POST" -> post(request.query(), isUpload);
                    default -> null;
                });
    }

    private static String write(S3Request request, boolean isUpload) {
        boolean isCopy = request.headers().has("x-amz-copy-source");
        if (isUpload) {
            return isCopy ? "UploadPartCopy" : "UploadPart";
        }
        if (request.query().has("renameObject")) {
            return "RenameObject";
        }
        return isCopy ? "CopyObject" : "PutObject";
    }

    private static String post(QueryParameters query, boolean isUpload) {
        if (isUpload) {
            return "CompleteMultipartUpload";
        }
        if (query.has("uploads")) {
            return "CreateMultipartUpload";
        }
        if (query.has("select")) {
            return "SelectObjectContent";
        }
        return query.has("restore") ? "RestoreObject" : "PostObject";
    }
}
