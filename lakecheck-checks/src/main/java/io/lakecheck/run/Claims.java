// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import java.util.Set;

/**
 * The results that have been published, so that events that come twice publish nothing twice. A result is claimed
 * before it is published and marked as published afterwards: if a function dies in between, the retry of its event
 * publishes the result.
 */
public interface Claims {

    /**
     * Claims a result.
     *
     * @param result what identifies the result
     * @param events the IDs of the events that request it; a retry of an event has the same ID
     * @return whether to publish the result; false if it has been published, or if other events have claimed it
     */
    boolean claim(String result, Set<String> events);

    /** Marks a claimed result as published. */
    void published(String result, Set<String> events);
}
