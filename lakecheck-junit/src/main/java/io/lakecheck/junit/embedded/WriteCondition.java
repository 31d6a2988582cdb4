// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Optional;

/**
 * The condition in a request that writes or deletes an object.
 *
 * @param ifMatch the existing object's ETag must be one of these; empty if the request has no such condition
 * @param ifAbsent true if the object must not exist yet
 */
record WriteCondition(Optional<EntityTags> ifMatch, boolean ifAbsent) {

    static final WriteCondition NONE = new WriteCondition(Optional.empty(), false);

    /** @throws S3ErrorException if the condition is not one that S3 supports */
    static WriteCondition of(RequestHeaders headers) {
        Optional<EntityTags> ifNoneMatch = headers.first("If-None-Match").map(EntityTags::new);
        if (ifNoneMatch.isPresent() && !ifNoneMatch.get().isAny()) {
            throw S3ErrorCode.NOT_IMPLEMENTED.exception().with("Header", "If-None-Match");
        }
        return new WriteCondition(headers.first("If-Match").map(EntityTags::new), ifNoneMatch.isPresent());
    }

    /**
     * @param existing the object that the request would replace or delete, if it exists
     * @throws S3ErrorException if the condition is not met
     */
    void check(Optional<StoredObject> existing) {
        if (ifAbsent && existing.isPresent()) {
            throw S3ErrorCode.PRECONDITION_FAILED.exception().with("Condition", "If-None-Match");
        }
        if (ifMatch.isPresent()) {
            String etag = existing.map(StoredObject::etag).orElseThrow(S3ErrorCode.NO_SUCH_KEY::exception);
            if (!ifMatch.get().matches(etag)) {
                throw S3ErrorCode.PRECONDITION_FAILED.exception().with("Condition", "If-Match");
            }
        }
    }
}
