// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

/**
 * The object that a request copies.
 *
 * @param bucket the name of the object's bucket
 * @param key the object's key
 */
record CopySource(String bucket, String key) {

    static final String HEADER = "x-amz-copy-source";

    /** @throws S3ErrorException if the header is invalid or specifies a version, because versions are not supported */
    static CopySource of(RequestHeaders headers) {
        String header = headers.first(HEADER).orElse("");
        int question = header.indexOf("?versionId=");
        if (question >= 0 && !header.endsWith("?versionId=null")) {
            throw invalid("Invalid version id specified", header);
        }
        String decoded = Address.decode(question < 0 ? header : header.substring(0, question));
        String path = decoded.startsWith("/") ? decoded.substring(1) : decoded;
        int slash = path.indexOf('/');
        if (slash <= 0 || slash == path.length() - 1) {
            throw invalid("Invalid copy source object key", header);
        }
        return new CopySource(path.substring(0, slash), path.substring(slash + 1));
    }

    private static S3ErrorException invalid(String message, String header) {
        return S3ErrorCode.INVALID_ARGUMENT
                .exception(message)
                .with("ArgumentName", HEADER)
                .with("ArgumentValue", header);
    }

    /**
     * Returns the object. The caller must release its content.
     *
     * @throws S3ErrorException if the object is missing or does not meet the conditions in the request
     */
    StoredObject retained(ObjectStore store, RequestHeaders headers) {
        StoredObject object = store.in(bucket, source -> source.retained(key));
        ReadCondition condition = ReadCondition.of(headers, HEADER + "-");
        boolean isMet = false;
        try {
            condition.check(object);
            if (condition.isKnown(object)) {
                throw S3ErrorCode.PRECONDITION_FAILED.exception().with("Condition", HEADER + "-If-None-Match");
            }
            isMet = true;
            return object;
        } finally {
            if (!isMet) {
                object.payload().content().release();
            }
        }
    }
}
