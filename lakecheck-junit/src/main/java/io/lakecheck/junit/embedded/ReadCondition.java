// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.Instant;
import java.util.Optional;

/**
 * The conditions in a request that reads an object. Conditions on ETags take precedence over those on times.
 *
 * @param ifMatch the object's ETag must be one of these
 * @param ifNoneMatch the object's ETag must be none of these
 * @param ifModifiedSince the object must have been written after this time
 * @param ifUnmodifiedSince the object must not have been written after this time
 */
record ReadCondition(
        Optional<EntityTags> ifMatch,
        Optional<EntityTags> ifNoneMatch,
        Optional<Instant> ifModifiedSince,
        Optional<Instant> ifUnmodifiedSince) {

    /** @param prefix the prefix of the header names: empty for reading, {@code x-amz-copy-source-} for copying */
    static ReadCondition of(RequestHeaders headers, String prefix) {
        return new ReadCondition(
                headers.first(prefix + "If-Match").map(EntityTags::new),
                headers.first(prefix + "If-None-Match").map(EntityTags::new),
                headers.first(prefix + "If-Modified-Since").flatMap(HttpDate::parse),
                headers.first(prefix + "If-Unmodified-Since").flatMap(HttpDate::parse));
    }

    /** @throws S3ErrorException if the object does not meet {@code ifMatch} or {@code ifUnmodifiedSince} */
    void check(StoredObject object) {
        if (ifMatch.isPresent()) {
            if (!ifMatch.get().matches(object.etag())) {
                throw S3ErrorCode.PRECONDITION_FAILED.exception().with("Condition", "If-Match");
            }
        } else if (ifUnmodifiedSince.filter(object.modified()::isAfter).isPresent()) {
            throw S3ErrorCode.PRECONDITION_FAILED.exception().with("Condition", "If-Unmodified-Since");
        }
    }

    /**
     * Returns whether the client already has this object, because it does not meet {@code ifNoneMatch} or
     * {@code ifModifiedSince}.
     */
    boolean isKnown(StoredObject object) {
        return ifNoneMatch.map(known -> known.matches(object.etag())).orElseGet(() -> ifModifiedSince
                .filter(time -> !object.modified().isAfter(time))
                .isPresent());
    }
}
