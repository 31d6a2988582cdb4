// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Optional;

/**
 * The condition of a write.
 *
 * @param ifMatch the ETags of which the object must have one; empty without this condition
 * @param ifAbsent whether the object must not exist
 */
record WriteCondition(Optional<EntityTags> ifMatch, boolean ifAbsent) {

    static final WriteCondition NONE = new WriteCondition(Optional.empty(), false);

    /** @throws S3ErrorException if S3 does not support the condition */
    static WriteCondition of(RequestHeaders headers) {
        Optional<EntityTags> ifNoneMatch = headers.first("If-None-Match").map(EntityTags::new);
        if (ifNoneMatch.isPresent() && !ifNoneMatch.get().isAny()) {
            throw S3ErrorCode.NOT_IMPLEMENTED.exception().with("Header", "If-None-Match");
        }
        return new WriteCondition(headers.first("If-Match").map(EntityTags::new), ifNoneMatch.isPresent());
    }

    /**
     * @param existing the object that would be replaced
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
