// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.Instant;
import java.util.Optional;

/**
 * The condition of a read. A comparison of ETags takes precedence over one of times.
 *
 * @param ifMatch the ETags of which the object must have one
 * @param ifNoneMatch the ETags of which the object must have none
 * @param ifModifiedSince the time after which the object must have been written
 * @param ifUnmodifiedSince the time after which the object must not have been written
 */
record ReadCondition(
        Optional<EntityTags> ifMatch,
        Optional<EntityTags> ifNoneMatch,
        Optional<Instant> ifModifiedSince,
        Optional<Instant> ifUnmodifiedSince) {

    /** @param prefix the prefix of the headers' names */
    static ReadCondition of(RequestHeaders headers, String prefix) {
        return new ReadCondition(
                headers.first(prefix + "If-Match").map(EntityTags::new),
                headers.first(prefix + "If-None-Match").map(EntityTags::new),
                headers.first(prefix + "If-Modified-Since").flatMap(HttpDate::parse),
                headers.first(prefix + "If-Unmodified-Since").flatMap(HttpDate::parse));
    }

    /** @throws S3ErrorException if the object is not the one that the client expects */
    void check(StoredObject object) {
        if (ifMatch.isPresent()) {
            if (!ifMatch.get().matches(object.etag())) {
                throw S3ErrorCode.PRECONDITION_FAILED.exception().with("Condition", "If-Match");
            }
        } else if (ifUnmodifiedSince.filter(object.modified()::isAfter).isPresent()) {
            throw S3ErrorCode.PRECONDITION_FAILED.exception().with("Condition", "If-Unmodified-Since");
        }
    }

    /** Returns whether the client has this object already. */
    boolean isKnown(StoredObject object) {
        return ifNoneMatch.map(known -> known.matches(object.etag())).orElseGet(() -> ifModifiedSince
                .filter(time -> !object.modified().isAfter(time))
                .isPresent());
    }
}
