// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Handles HTTP requests: determines the operation, runs it and sends the response. */
final class S3Handler implements HttpHandler {

    private static final int NO_BODY = -1;

    private final Operations operations;
    private final AtomicLong requests = new AtomicLong();

    S3Handler(Operations operations) {
        this.operations = operations;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange;
                S3Response response = response(exchange)) {
            drain(exchange);
            send(exchange, response);
        }
    }

    private S3Response response(HttpExchange exchange) throws IOException {
        String resource = exchange.getRequestURI().getRawPath();
        try {
            S3Request request = S3Request.of(exchange);
            return operations.of(request).run(request);
        } catch (S3ErrorException e) {
            return S3Response.of(e, resource);
        } catch (RuntimeException e) {
            return S3Response.of(S3ErrorCode.INTERNAL_ERROR.exception("The server failed: " + e), resource);
        }
    }

    /** Reads the rest of the request's body. Otherwise, the connection could not be used for another request. */
    private static void drain(HttpExchange exchange) throws IOException {
        try (InputStream rest = exchange.getRequestBody()) {
            rest.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void send(HttpExchange exchange, S3Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders()
                .set("x-amz-request-id", String.format(Locale.ROOT, "%016X", requests.incrementAndGet()));
        long length = response.body().length();
        if (exchange.getRequestMethod().equals("HEAD")) {
            if (response.isSuccess()) {
                exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
            }
            exchange.sendResponseHeaders(response.status(), NO_BODY);
        } else {
            exchange.sendResponseHeaders(response.status(), length == 0 ? NO_BODY : length);
            if (length > 0) {
                response.body().writeTo(exchange.getResponseBody());
            }
        }
    }
}
