// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import java.io.IOException;
import java.io.OutputStream;

/** An event that the function accepts. */
sealed interface FunctionEvent permits RunEvent, ShardEvent, MergeEvent, ObjectEvents, QueueEvents {

    /**
     * Handles the event and writes the response.
     *
     * @throws ChecksFailedException if a check failed
     * @throws FunctionException if data could not be checked
     */
    void handle(Invocation invocation, OutputStream response) throws IOException;
}
