// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/**
 * Thrown if a request that was sent without the SDK did not return a page. The SDK must handle the outcome of that
 * request, because it is the SDK that decides when to retry and what a server error means.
 */
final class HandoverException extends Exception {

    private static final long serialVersionUID = 1;

    /** Returns the response to a request, or throws the exception with which the request has failed. */
    @FunctionalInterface
    interface Outcome {

        HttpExecuteResponse get() throws IOException;
    }

    private final transient ExecutableHttpRequest ended;
    private final boolean isRefusal;

    private HandoverException(ExecutableHttpRequest request, Outcome outcome, boolean isRefusal) {
        super("no page", null, false, false);
        this.ended = new Ended(request, outcome);
        this.isRefusal = isRefusal;
    }

    /** A request that has already been sent. */
    private record Ended(ExecutableHttpRequest request, Outcome outcome) implements ExecutableHttpRequest {

        @Override
        public HttpExecuteResponse call() throws IOException {
            return outcome.get();
        }

        @Override
        public void abort() {
            request.abort();
        }
    }

    /** Returns an exception for a response that is not a page. */
    static HandoverException of(ExecutableHttpRequest request, HttpExecuteResponse response) {
        int status = response.httpResponse().statusCode();
        return new HandoverException(
                request, () -> response, status >= 300 && status < 500 && status != Congestion.TOO_MANY_REQUESTS);
    }

    /** Returns an exception for a request that failed without a response. */
    static HandoverException of(ExecutableHttpRequest request, Outcome failure) {
        return new HandoverException(request, failure, false);
    }

    /** Returns a request that is not sent again, but returns the outcome of the request that was already sent. */
    ExecutableHttpRequest ended() {
        return ended;
    }

    /** Returns whether the server has refused the request, so that similar requests should not be sent again. */
    boolean isRefusal() {
        return isRefusal;
    }
}
