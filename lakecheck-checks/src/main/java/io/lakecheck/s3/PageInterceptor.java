// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Reads the pages in the responses to requests. This happens while the SDK is still handling the request, so that the
 * SDK's timeouts apply. The SDK itself receives an empty body but still handles everything else: signing, redirects and
 * error responses. Each request has a {@link Slot} for its page. Thread-safe.
 */
final class PageInterceptor implements ExecutionInterceptor, SdkPlugin {

    private static final ExecutionAttribute<Slot> SLOT = new ExecutionAttribute<>("LakecheckPage");

    /** The page in the last response to a request. Not thread-safe. */
    static final class Slot {

        private @Nullable PageBody body;

        /** Adds this slot to a request. */
        void addTo(RequestOverrideConfiguration.Builder<?> request) {
            request.putExecutionAttribute(SLOT, this);
        }

        /**
         * Returns the body of the last response.
         *
         * @throws PageException if the response had no body
         */
        PageBody body() throws PageException {
            if (body == null) {
                throw new PageException("is not a list of objects");
            }
            return body;
        }
    }

    /** Returns whether a client already has such an interceptor. */
    static boolean isIn(S3Client client) {
        return client.serviceClientConfiguration().overrideConfiguration().executionInterceptors().stream()
                .anyMatch(PageInterceptor.class::isInstance);
    }

    /** Adds this interceptor to a client or to a single request. Adding it to each request is slower. */
    @Override
    public void configureClient(SdkServiceClientConfiguration.Builder client) {
        client.overrideConfiguration(client.overrideConfiguration().copy(each -> each.addExecutionInterceptor(this)));
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Slot slot = attributes.getAttribute(SLOT);
        if (slot == null) {
            return context.responseBody();
        }
        slot.body = null;
        if (!context.httpResponse().isSuccessful() || context.responseBody().isEmpty()) {
            return context.responseBody();
        }
        try {
            ResponseContent content = ResponseContent.of(context.responseBody().get());
            if (content.isError()) {
                return Optional.of(content.in());
            }
            slot.body = content.page();
        } catch (PageException e) {
            throw invalid(e);
        } catch (SocketTimeoutException e) {
            throw SdkClientException.create("the page did not arrive", e);
        } catch (InterruptedIOException e) {
            throw AbortedException.create("the page was not read", e);
        } catch (IOException e) {
            throw invalid(PageException.cutOff(e));
        }
        return Optional.of(InputStream.nullInputStream());
    }

    /**
     * Wraps the cause in an exception of the SDK. If a timeout has closed the connection, the SDK reports the timeout
     * only if the exception is one of the SDK's own.
     */
    private static SdkClientException invalid(PageException cause) {
        return SdkClientException.create("invalid page", cause);
    }
}
