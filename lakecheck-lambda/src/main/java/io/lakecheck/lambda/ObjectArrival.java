// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import java.time.Instant;
import java.util.Optional;

/**
 * An object that an event reports as created in S3.
 *
 * @param bucket the name of the object's bucket
 * @param key the object's key, decoded
 * @param bytes the object's size, or zero if the event doesn't contain it
 * @param time the time of the event, when the object was written
 * @param message the SQS message that contained the event, or empty if it did not come through a queue
 */
record ObjectArrival(String bucket, String key, long bytes, Instant time, Optional<QueueMessage> message) {

    /** Returns the object's S3 URI, such as {@code s3://refined/kpi/dt=2026-01-02/part-0}. */
    String address() {
        return "s3://" + bucket + "/" + key;
    }

    /** Returns a copy of this arrival that refers to the SQS message that contained it. */
    ObjectArrival in(QueueMessage queued) {
        return new ObjectArrival(bucket, key, bytes, time, Optional.of(queued));
    }
}
