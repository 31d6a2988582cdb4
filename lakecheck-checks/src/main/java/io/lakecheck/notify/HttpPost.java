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
 * Sends JSON to an address that only the environment knows. Neither the address nor anything that an answer says is
 * ever told on: both may hold the secret. Follows no redirect.
 */
final class HttpPost {

    private final URI address;
    private final Duration patience;

    private HttpPost(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /**
     * @param variable the environment variable that holds the address
     * @param patience how long all of it may take
     * @throws NotificationException where it holds none
     */
    static HttpPost to(String variable, Function<String, Optional<String>> environment, Duration patience)
            throws NotificationException {
        String text = environment
                .apply(variable)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new NotificationException("the environment variable is not set"));
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("(?i)https?")) {
                return new HttpPost(address, patience);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Its message would hold what stands there.
        }
        throw new NotificationException("what the environment variable holds is no http or https address");
    }

    void json(byte[] body) throws NotificationException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = await(client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .statusCode();
        if (status / 100 != 2) {
            throw new NotificationException("it answered " + status);
        }
    }

    /** Time-outs of the client end before the body does. */
    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer) throws NotificationException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new NotificationException("no answer in time");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NotificationException("the build was stopped");
        } catch (ExecutionException e) {
            throw new NotificationException(trouble(e.getCause()));
        }
    }

    private static String trouble(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof ConnectException) {
            return cause.getCause() instanceof UnresolvedAddressException
                    ? "its host has no address"
                    : "the connection was refused";
        }
        return cause instanceof SSLException ? "its certificate is not trusted" : "the connection broke off";
    }
}
