// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import java.util.Set;

/**
 * The results that have been published, so that an event that is delivered twice does not publish its result twice. A
 * result is claimed before it is published, and marked as published afterwards. If a function dies in between, the
 * retry of its event publishes the result.
 */
public interface Claims {

    /**
     * Claims a result.
     *
     * @param result the identity of the result
     * @param events the IDs of the events that request it; a retry of an event has the same ID
     * @return whether to publish the result; false if the result has already been published, or if other events have
     *     claimed it
     */
    boolean claim(String result, Set<String> events);

    /** Marks a claimed result as published. */
    void published(String result, Set<String> events);
}
