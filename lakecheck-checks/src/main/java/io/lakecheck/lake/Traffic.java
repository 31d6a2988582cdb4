// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * What looking cost.
 *
 * @param requests LIST requests that were answered
 * @param retries requests that had to be made again
 * @param objects objects that were listed
 */
public record Traffic(long requests, long retries, long objects) {

    /** This and what was looked at besides. */
    public Traffic plus(Traffic more) {
        return new Traffic(requests + more.requests, retries + more.retries, objects + more.objects);
    }
}
