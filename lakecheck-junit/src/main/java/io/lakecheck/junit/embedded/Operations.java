// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The operations that are implemented.
 *
 * @param byName the operations by their name in S3's documentation
 */
record Operations(Map<String, Operation> byName) {

    /**
     * Headers that change what an operation does. Requests with these headers are rejected, because ignoring the
     * headers could let tests pass that should fail.
     */
    private static final List<String> UNSUPPORTED_HEADERS = List.of(
            "x-amz-bucket-object-lock-enabled",
            "x-amz-copy-source-server-side-encryption-customer-algorithm",
            "x-amz-mfa",
            "x-amz-object-lock-legal-hold",
            "x-amz-object-lock-mode",
            "x-amz-object-lock-retain-until-date",
            "x-amz-server-side-encryption-customer-algorithm",
            "x-amz-write-offset-bytes");

    static Operations on(ObjectStore store) {
        Map<String, Operation> all = new TreeMap<>();
        new BucketOperations(store).register(all);
        new ListOperations(store).register(all);
        new ObjectOperations(store).register(all);
        new CopyOperations(store).register(all);
        new DeleteOperations(store).register(all);
        new TaggingOperations(store).register(all);
        new UploadOperations(store).register(all);
        new UploadListOperations(store).register(all);
        return new Operations(all);
    }

    /** @throws S3ErrorException if S3 has no such operation, or if it is not implemented */
    Operation of(S3Request request) {
        String name = OperationName.of(request).orElseThrow(S3ErrorCode.METHOD_NOT_ALLOWED::exception);
        Operation operation = byName.get(name);
        if (operation == null) {
            throw notImplemented(name);
        }
        for (String header : UNSUPPORTED_HEADERS) {
            if (request.headers().has(header)) {
                throw notImplemented(name + " with the header " + header).with("Header", header);
            }
        }
        if (!request.query().first("versionId").orElse("null").equals("null")) {
            throw S3ErrorCode.INVALID_ARGUMENT
                    .exception("Invalid version id specified")
                    .with("ArgumentName", "versionId")
                    .with("ArgumentValue", request.query().text("versionId"));
        }
        return operation;
    }

    private static S3ErrorException notImplemented(String what) {
        return S3ErrorCode.NOT_IMPLEMENTED.exception("The embedded S3 server of lakecheck does not implement " + what
                + ". Use another server for this test, for example @LocalLake(backend = Backend.LOCALSTACK).");
    }
}
