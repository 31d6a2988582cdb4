// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Explains why a request to an AWS API failed and what to do about it, based on the types of the exceptions. The SDK's
 * message is shown only if no exception type is recognized.
 *
 * @param api the API that was called
 * @param server the API and its region or endpoint, for example {@code S3 in eu-west-1} or {@code S3 at
 *     http://localhost:4566}
 */
public record AwsErrors(AwsApi api, String server) {

    private static final int DEEPEST = 20;

    /** The remedy if the SDK's or AWS's message is all that is known. */
    static final String UNEXPLAINED =
            "If the message names a setting, correct it. Otherwise, please report this as a bug.";

    private static final List<Class<? extends Exception>> TIMEOUTS =
            List.of(ApiCallTimeoutException.class, ApiCallAttemptTimeoutException.class, SocketTimeoutException.class);

    private static final List<Class<? extends Exception>> INTERRUPTIONS =
            List.of(AbortedException.class, InterruptedException.class);

    public static AwsErrors of(AwsApi api, AwsServiceClientConfiguration client) {
        return new AwsErrors(
                api,
                client.endpointOverride()
                        .map(endpoint ->
                                api + " at " + Display.visible(endpoint.getScheme() + "://" + endpoint.getAuthority()))
                        .orElseGet(() -> api + " in " + client.region()));
    }

    /**
     * Explains an SDK exception.
     *
     * @param rejections explains error responses that are specific to this API; returns empty for all others
     */
    public AwsException explain(RuntimeException e, Function<AwsServiceException, Optional<AwsException>> rejections) {
        Optional<AwsException> own = find(e, AwsException.class);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<AwsServiceException> response = find(e, AwsServiceException.class);
        return response.isPresent() ? new ErrorResponse(this, response.get()).explain(rejections) : unanswered(e);
    }

    private AwsException unanswered(RuntimeException e) {
        if (hasAny(e, TIMEOUTS)) {
            return failure(
                    Reason.TIMEOUT,
                    " did not respond in time. Check the network connection. If an endpoint is set, check that its server is"
                            + " running.",
                    e);
        }
        if (hasAny(e, INTERRUPTIONS)) {
            return failure(Reason.TIMEOUT, " had not responded when the run was interrupted. Run lakecheck again.", e);
        }
        if (find(e, UnknownHostException.class).isPresent()) {
            return failure(
                    Reason.UNREACHABLE,
                    " can't be reached: its host name can't be resolved. Check the endpoint, the region and the DNS settings.",
                    e);
        }
        if (find(e, SSLException.class).isPresent()) {
            return failure(
                    Reason.UNREACHABLE,
                    " can't be reached over TLS. Check the server's certificate and the certificates that this machine trusts.",
                    e);
        }
        if (find(e, IOException.class).isPresent()) {
            return failure(
                    Reason.UNREACHABLE,
                    " can't be reached, or it closed the connection. Check the network connection. If an endpoint is set,"
                            + " check that its port is correct and its server is running.",
                    e);
        }
        String problem = e instanceof SdkException ? String.valueOf(e.getMessage()) : e.toString();
        return failure(
                Reason.UNEXPECTED,
                " could not be called: " + Display.visible(problem).replaceFirst("\\.$", "") + ". " + UNEXPLAINED,
                e);
    }

    /** Returns an exception whose message is the server's name followed by {@code text}. */
    public AwsException failure(Reason reason, String text, Throwable cause) {
        return new AwsException(reason, server + text, cause);
    }

    /**
     * Returns an exception for a response that came from something other than the API, such as a proxy.
     *
     * @param problem a clause that describes the problem with the response
     */
    public AwsException impostor(String problem, @Nullable Throwable cause) {
        return new AwsException(
                Reason.PROTOCOL, server + " sent an unexpected response: " + problem + ". " + endpointRemedy(), cause);
    }

    String endpointRemedy() {
        return "Check that the endpoint is correct (" + api.section() + ": { endpoint: … } in the suite, "
                + api.endpointVariable() + " or AWS_ENDPOINT_URL) and that no proxy intercepts requests.";
    }

    /**
     * Returns the status, error code and message of an error response, without a final period. The result is safe to
     * print.
     */
    public static String describe(AwsServiceException response) {
        return ErrorResponse.describe(response);
    }

    /** Returns the error code of a response; empty if it has none. */
    public static String code(AwsServiceException response) {
        return ErrorResponse.code(response);
    }

    /**
     * Returns whether AWS rejected a request with status 403. Without an error code, that status comes from a server
     * that doesn't have the API, such as an S3 server for tests.
     */
    public static boolean isForbidden(AwsServiceException response) {
        return response.statusCode() == 403 && !code(response).isEmpty();
    }

    /** Returns whether an exception was caused by a timeout or by the interruption of the run. */
    public static boolean isTimeout(Throwable e) {
        return hasAny(e, TIMEOUTS) || hasAny(e, INTERRUPTIONS);
    }

    /** Returns the first exception of the given type in the chain of causes, starting with the exception itself. */
    public static <T> Optional<T> find(Throwable e, Class<T> type) {
        return causes(e).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static boolean hasAny(Throwable e, List<Class<? extends Exception>> types) {
        return causes(e).anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, AwsErrors::cause).limit(DEEPEST);
    }

    private static @Nullable Throwable cause(Throwable e) {
        return e instanceof XMLStreamException xml && xml.getCause() == null ? xml.getNestedException() : e.getCause();
    }
}
