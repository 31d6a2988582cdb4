// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Requests pages with the SDK's signer and HTTP client but without its handling of each request, which takes more time
 * than reading the page. The first request to each bucket is sent by the SDK and serves as the template for the others.
 * If a request does not return a page, the SDK handles the request's outcome. Thread-safe.
 */
final class DirectCall {

    private final HandoverHttpClient http;
    private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
    private final ScheduledExecutorService timer;
    private final Duration timeout;
    private final Map<String, ListTemplate> templates = new ConcurrentHashMap<>();

    private DirectCall(
            HandoverHttpClient http,
            IdentityProvider<? extends AwsCredentialsIdentity> credentials,
            ScheduledExecutorService timer,
            Duration timeout) {
        this.http = http;
        this.credentials = credentials;
        this.timer = timer;
        this.timeout = timeout;
    }

    /**
     * Returns a call for the client's requests, or empty if interceptors on the class path must be applied to all
     * requests.
     *
     * @param http the client's HTTP client
     * @param timer ends requests that take too long
     * @param timeout the maximum time for a request
     */
    static Optional<DirectCall> of(
            S3Client client, HandoverHttpClient http, ScheduledExecutorService timer, Duration timeout) {
        ClassLoader classes = S3Client.class.getClassLoader();
        boolean isIntercepted = Stream.of("global/handlers", "services/s3")
                .anyMatch(part ->
                        classes.getResource("software/amazon/awssdk/" + part + "/execution.interceptors") != null);
        return isIntercepted
                ? Optional.empty()
                : Optional.of(new DirectCall(
                        http, client.serviceClientConfiguration().credentialsProvider(), timer, timeout));
    }

    /**
     * Returns the page that follows {@code previous}.
     *
     * @param sdk requests the page through the SDK
     */
    PageResponse send(ListPage previous, ListQuery query, HandoverHttpClient.SdkRequest sdk) throws PageException {
        String bucket = query.folder().bucket();
        ListTemplate template = templates.get(bucket);
        // The SDK handles the interruption of the thread.
        if (template == null || Thread.currentThread().isInterrupted()) {
            return learn(bucket, http.call(sdk, Optional.empty()));
        }
        try {
            SdkHttpRequest request = template.request(
                    previous, query, credentials.resolveIdentity().join());
            return send(http.prepare(request));
        } catch (HandoverException e) {
            if (e.isRefusal()) {
                templates.remove(bucket, template);
            }
            return learn(bucket, http.call(sdk, Optional.of(e.ended())));
        }
    }

    private PageResponse learn(String bucket, HandoverHttpClient.Result result) {
        result.sent()
                .flatMap(sent -> ListTemplate.of(sent, Clock.systemUTC().instant()))
                .ifPresent(template -> templates.put(bucket, template));
        return result.response();
    }

    private PageResponse send(AbortableRequest request) throws PageException, HandoverException {
        AtomicBoolean isLate = new AtomicBoolean();
        Runnable abort = () -> {
            isLate.set(true);
            request.abort();
        };
        Future<?> end = timer.schedule(abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return page(request, request.call());
        } catch (IOException e) {
            request.close();
            throw HandoverException.of(request, () -> {
                if (isLate.get()) {
                    throw late();
                }
                throw e;
            });
        } catch (PageException e) {
            request.close();
            if (isLate.get()) {
                throw HandoverException.of(request, () -> {
                    throw late();
                });
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    private ApiCallAttemptTimeoutException late() {
        return ApiCallAttemptTimeoutException.create(timeout.toMillis());
    }

    private static PageResponse page(ExecutableHttpRequest request, HttpExecuteResponse response)
            throws IOException, PageException, HandoverException {
        SdkHttpResponse head = response.httpResponse();
        Optional<AbortableInputStream> body = response.responseBody();
        if (!head.isSuccessful() || body.isEmpty()) {
            throw HandoverException.of(request, response);
        }
        ResponseContent content = ResponseContent.of(body.get());
        if (content.isError()) {
            throw HandoverException.of(
                    request,
                    HttpExecuteResponse.builder()
                            .response(head)
                            .responseBody(AbortableInputStream.create(content.in()))
                            .build());
        }
        return new PageResponse(head, content.page());
    }
}
