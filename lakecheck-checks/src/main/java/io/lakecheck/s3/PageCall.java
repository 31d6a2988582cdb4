// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import java.time.Clock;
import java.util.Optional;

/**
 * Requests pages, verifies them, and explains errors.
 *
 * @param direct sends most requests; empty if the SDK must send all requests
 */
record PageCall(SdkCall sdk, Optional<DirectCall> direct, Clock clock, Congestion congestion) {

    /**
     * Returns the page that follows {@code previous}.
     *
     * @param listener is notified of the SDK's retries
     */
    ListPage send(ListPage previous, ListQuery query, Lake.Listener listener) throws PageException, CongestedException {
        try {
            PageResponse response = direct.isPresent()
                    ? direct.get().send(previous, query, () -> sdk.send(previous, query, listener))
                    : sdk.send(previous, query, listener);
            return previous.next(query, response.body(), new Lake.Answer(response.date(), clock.instant()));
        } catch (RuntimeException e) {
            if (congestion.causes(e)) {
                throw new CongestedException(e);
            }
            throw new S3Errors(query.folder(), sdk.client()).explain(e);
        }
    }
}
