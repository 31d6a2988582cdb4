// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import java.time.Instant;
import java.util.Optional;

/**
 * An object that was created in S3.
 *
 * @param bucket the bucket
 * @param key the decoded key
 * @param bytes the size; zero if the event does not contain it
 * @param time when the object was complete
 * @param message the SQS message that reported it; empty if the event did not come through a queue
 */
record ObjectArrival(String bucket, String key, long bytes, Instant time, Optional<QueueMessage> message) {

    /** Returns the address: {@code s3://refined/kpi/dt=2026-01-02/part-0}. */
    String address() {
        return "s3://" + bucket + "/" + key;
    }

    /** Returns this arrival as reported by a message of a queue. */
    ObjectArrival in(QueueMessage queued) {
        return new ObjectArrival(bucket, key, bytes, time, Optional.of(queued));
    }
}
