// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;

/**
 * Requests the pages of a listing. The SDK retries failed requests but accepts any response with status 200, so this
 * class also retries requests whose responses are invalid. If the lake is congested, this class sends fewer requests
 * and retries failed ones until the run ends. Thread-safe.
 */
final class PageRequests {

    private final PageCall call;
    private final RequestGate gate;
    private final S3Timeouts timeouts;

    PageRequests(PageCall call, S3Timeouts timeouts) {
        this.call = call;
        this.gate = call.congestion().gate();
        this.timeouts = timeouts;
    }

    /**
     * Requests and returns the page that follows {@code previous}. Reports all retries, by the SDK and by this class,
     * to the listener.
     */
    ListPage after(ListPage previous, ListQuery query, Lake.Listener listener) {
        int congested = 0;
        int invalid = 0;
        while (true) {
            try {
                return attempt(previous, query, listener);
            } catch (CongestedException e) {
                congested++;
                listener.onThrottle();
            } catch (PageException e) {
                invalid++;
                if (invalid == timeouts.reads()) {
                    throw new LakeException(
                            LakeException.Reason.PROTOCOL,
                            "invalid response while listing " + query.folder() + " after "
                                    + Display.count(invalid, "attempt") + ": the response " + e.getMessage()
                                    + ". Check that the endpoint is correct (lakecheck.endpoint, or s3.endpoint in the"
                                    + " suite) and that no proxy modifies responses.",
                            e);
                }
            }
            pause(congested + invalid, query.folder());
            listener.onRetry();
        }
    }

    private ListPage attempt(ListPage previous, ListQuery query, Lake.Listener listener)
            throws PageException, CongestedException {
        long sent = waitToSend(query.folder());
        listener.onRequest();
        try {
            ListPage page = call.send(previous, query, listener);
            gate.succeed();
            return page;
        } catch (CongestedException e) {
            gate.congest(sent);
            throw e;
        } catch (PageException e) {
            if (!e.isReset()) {
                gate.fail();
                throw e;
            }
            gate.congest(sent);
            if (gate.hasSucceeded()) {
                throw new CongestedException(e);
            }
            throw e;
        } catch (RuntimeException | Error e) {
            gate.fail();
            throw e;
        } finally {
            listener.onRequestEnd();
        }
    }

    private long waitToSend(S3Location folder) {
        try {
            return gate.send();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw S3Errors.interrupted(folder, e);
        }
    }

    private void pause(int read, S3Location folder) {
        try {
            Thread.sleep(timeouts.pause().computeDelay(read).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw S3Errors.interrupted(folder, e);
        }
    }
}
