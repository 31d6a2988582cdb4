// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * Counts of the requests that a run sent and the objects that it listed.
 *
 * @param requests the number of LIST requests that received a response
 * @param retries the number of times that a failed request was sent again
 * @param objects the number of objects that were listed
 */
public record Traffic(long requests, long retries, long objects) {

    /** Returns the sum of this traffic and {@code other}. */
    public Traffic plus(Traffic other) {
        return new Traffic(requests + other.requests, retries + other.retries, objects + other.objects);
    }
}
