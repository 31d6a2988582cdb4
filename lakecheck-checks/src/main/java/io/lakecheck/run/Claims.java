// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import java.util.Set;

/**
 * A record of which results have been published, so that a result is not published twice if its event is delivered
 * twice. A result is claimed before it is published, and marked as published afterwards. If the function fails in
 * between, the retry of the same event may still publish the result.
 */
public interface Claims {

    /**
     * Claims a result for publication.
     *
     * @param result the identity of the result
     * @param events the IDs of the events that requested the result; a retry of an event has the same ID
     * @return whether the caller must publish the result; false if it has already been published, or if other events
     *     have claimed it
     */
    boolean claim(String result, Set<String> events);

    /**
     * Marks a claimed result as published.
     *
     * @param events the events with which the result was claimed
     */
    void published(String result, Set<String> events);
}
