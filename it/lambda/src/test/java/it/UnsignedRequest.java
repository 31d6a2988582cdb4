// SPDX-License-Identifier: Apache-2.0
package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Requests to services whose SDK clients would be dependencies of a single test. They have no signature, because
 * LocalStack verifies none.
 */
final class UnsignedRequest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private UnsignedRequest() {}

    /** Sends a request in AWS's JSON protocol and returns the body of the response. */
    static String json(URI endpoint, String service, String target, String version, String body) {
        return send(
                service,
                HttpRequest.newBuilder(endpoint)
                        .header("X-Amz-Target", target)
                        .header("Content-Type", "application/x-amz-json-" + version)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /**
     * Returns the body of the response.
     *
     * @param service the service's name in signatures, such as {@code states}
     * @throws IllegalStateException if the server rejects the request
     */
    static String send(String service, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(
                    request.header(
                                    "Authorization",
                                    "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/" + service
                                            + "/aws4_request, SignedHeaders=host, Signature=0")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(service + " responded: " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
