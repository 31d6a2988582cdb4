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
    private final RequestGates gates;
    private final S3Timeouts timeouts;

    PageRequests(PageCall call, S3Timeouts timeouts) {
        this.call = call;
        this.gates = call.congestion().gates();
        this.timeouts = timeouts;
    }

    /**
     * Requests and returns the page that follows {@code previous}. Reports all retries, by the SDK and by this class,
     * to the listener.
     */
    ListPage after(ListPage previous, ListQuery query, Lake.Listener listener) {
        return new Attempts(previous, query, listener).page();
    }

    /** The attempts to get one page. Used by a single thread. */
    private final class Attempts {

        private final ListPage previous;
        private final ListQuery query;
        private final Lake.Listener listener;
        private final RequestGates.Streak rejections = new RequestGates.Streak();
        private RequestGate gate;
        private int congested;
        private int invalid;

        Attempts(ListPage previous, ListQuery query, Lake.Listener listener) {
            this.previous = previous;
            this.query = query;
            this.listener = listener;
            this.gate = gates.of(query.root());
        }

        ListPage page() {
            boolean isAdmitted = false;
            while (true) {
                try {
                    return attempt(isAdmitted);
                } catch (CongestedException e) {
                    congested++;
                    listener.onThrottle();
                    pause();
                    admit();
                    isAdmitted = true;
                } catch (PageException e) {
                    invalid++;
                    if (invalid == timeouts.reads()) {
                        throw new LakeException(
                                LakeException.Reason.PROTOCOL,
                                "invalid response while listing " + query.folder() + " after "
                                        + Display.count(invalid, "attempt") + ": the response " + e.getMessage()
                                        + ". Check that the endpoint is correct (lakecheck.endpoint, or s3.endpoint in"
                                        + " the suite) and that no proxy modifies responses.",
                                e);
                    }
                    pause();
                    isAdmitted = false;
                }
                listener.onRetry();
            }
        }

        private ListPage attempt(boolean isAdmitted) throws PageException, CongestedException {
            long sent = waitToSend(isAdmitted);
            listener.onRequest();
            try {
                ListPage page = call.send(previous, query, listener);
                gates.succeed(query.root(), gate);
                return page;
            } catch (CongestedException e) {
                gates.congest(query.root(), gate, sent, rejections);
                throw e;
            } catch (PageException e) {
                if (!e.isReset()) {
                    gate.fail();
                    throw e;
                }
                gates.congest(query.root(), gate, sent, rejections);
                if (gates.hasSucceeded()) {
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

        private long waitToSend(boolean isAdmitted) {
            try {
                return gate.send(isAdmitted);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        private void pause() {
            try {
                Thread.sleep(timeouts.pause().computeDelay(congested + invalid).toMillis());
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        /**
         * Waits until the gate admits the page again. The listener must know of the rejection, because a listing that
         * occupies a place while it waits here could keep those that were admitted before it from being sent.
         */
        private void admit() {
            try {
                gate = gates.of(query.root());
                gate.awaitRetry();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        private LakeException interrupted(InterruptedException e) {
            Thread.currentThread().interrupt();
            return S3Errors.interrupted(query.folder(), e);
        }
    }
}
