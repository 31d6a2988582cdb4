// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The HTTP client through which both the SDK and a {@link DirectCall} send requests. It records the requests that the
 * SDK sends, and can give the SDK the outcome of a request that was sent without it. Thread-safe.
 */
final class HandoverHttpClient implements SdkHttpClient {

    /** Requests a page through the SDK. */
    @FunctionalInterface
    interface SdkRequest {

        PageResponse send() throws PageException;
    }

    /**
     * A page that was requested through the SDK.
     *
     * @param sent the last request that the SDK has sent; empty if it has sent none
     */
    record Result(PageResponse response, Optional<SdkHttpRequest> sent) {}

    /** The requests of one call of the SDK. Not thread-safe. */
    private static final class Exchange {

        private @Nullable ExecutableHttpRequest ended;
        private @Nullable SdkHttpRequest sent;
    }

    private final SdkHttpClient http;
    private final ThreadLocal<Exchange> exchange = ThreadLocal.withInitial(Exchange::new);

    HandoverHttpClient(SdkHttpClient http) {
        this.http = http;
    }

    /**
     * Calls the SDK.
     *
     * @param ended a request that was already sent; the SDK receives its outcome instead of sending its own first
     *     request
     */
    Result call(SdkRequest sdk, Optional<ExecutableHttpRequest> ended) throws PageException {
        exchange.get().ended = ended.orElse(null);
        try {
            PageResponse response = sdk.send();
            return new Result(response, Optional.ofNullable(exchange.get().sent));
        } finally {
            exchange.remove();
        }
    }

    /** Prepares a request that is sent without the SDK. */
    AbortableRequest prepare(SdkHttpRequest request) {
        return new AbortableRequest(http.prepareRequest(
                HttpExecuteRequest.builder().request(request).build()));
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        Exchange current = exchange.get();
        ExecutableHttpRequest ended = current.ended;
        current.ended = null;
        if (ended != null) {
            return ended;
        }
        current.sent = request.httpRequest();
        return new AbortableRequest(http.prepareRequest(request));
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }
}
