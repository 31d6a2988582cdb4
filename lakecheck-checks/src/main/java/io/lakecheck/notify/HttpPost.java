// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A client that posts JSON to the URL in an environment variable. Error messages never contain the URL or any part of a
 * response, because either may contain a secret. Redirects are not followed.
 */
final class HttpPost {

    private static final String LATE = "the server did not respond in time. Check that it is running.";

    private final URI address;
    private final Duration timeout;

    private HttpPost(URI address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /**
     * @param variable the name of the environment variable that holds the URL
     * @param timeout the time limit for the whole request
     * @throws NotificationException if the variable is not set or its value is not an HTTP or HTTPS URL
     */
    static HttpPost to(String variable, Function<String, Optional<String>> environment, Duration timeout)
            throws NotificationException {
        String text = environment
                .apply(variable)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() ->
                        new NotificationException("the environment variable is not set. Set it to the webhook URL."));
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("(?i)https?")) {
                return new HttpPost(address, timeout);
            }
        } catch (IllegalArgumentException invalid) {
            // The cause is omitted, because its message contains the URL.
        }
        throw new NotificationException(
                "the value of the environment variable is not an HTTP or HTTPS URL. Set it to the webhook URL.");
    }

    void json(byte[] body) throws NotificationException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = await(client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .statusCode();
        if (status / 100 != 2) {
            throw new NotificationException("the server responded with status " + status
                    + ". Check that the webhook URL is correct and the webhook is still active.");
        }
    }

    /**
     * Waits for the response, with a timeout of its own, because the client's timeout doesn't cover the body of the
     * response.
     */
    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> response) throws NotificationException {
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new NotificationException(LATE);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new NotificationException("the run was stopped before the message was sent");
        } catch (ExecutionException e) {
            throw new NotificationException(problem(e.getCause()));
        }
    }

    private static String problem(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return LATE;
        }
        if (cause instanceof ConnectException) {
            return cause.getCause() instanceof UnresolvedAddressException
                    ? "the host name could not be resolved. Check the webhook URL and the DNS settings."
                    : "the connection was refused. Check that the server is running and that the port is correct.";
        }
        return cause instanceof SSLException
                ? "the TLS connection failed. Check the server's certificate and this machine's trusted certificates."
                : "the connection was closed before a response arrived. Check that the server is running.";
    }
}
