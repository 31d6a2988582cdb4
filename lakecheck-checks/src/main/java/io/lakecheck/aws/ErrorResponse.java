// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** An error response from an AWS API, and its explanation based on the status and the error code. */
record ErrorResponse(AwsErrors errors, AwsServiceException response) {

    private static final Pattern EXPIRED = Pattern.compile("ExpiredToken|TokenRefreshRequired|RequestExpired");

    /** Parts of the error codes for invalid credentials, as opposed to missing permissions. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("ClientToken|AuthenticationToken|InvalidToken|Signature|UnrecognizedClient|AccessKey"
                    + "|InvalidSecurity|MissingSecurityHeader");

    private static final String QUOTA =
            "The AWS account has reached a quota. Delete resources that are no longer needed, or request a higher quota.";

    /** The status with which a server rejects what it does not support, such as CloudWatch. */
    private static final int NOT_IMPLEMENTED = 501;

    private static final Set<String> SKEWED = Set.of("RequestTimeTooSkewed", "RequestInTheFuture");

    AwsException explain(Function<AwsServiceException, Optional<AwsException>> rejections) {
        return credentials()
                .or(() -> rejections.apply(response))
                .or(this::temporary)
                .orElseGet(this::unexpected);
    }

    private Optional<AwsException> credentials() {
        String code = code(response);
        if (EXPIRED.matcher(code).find()) {
            return failure(
                    Reason.EXPIRED,
                    " rejected the AWS credentials: they have expired (" + describe(response)
                            + "). Log in again, for example with aws sso login.");
        }
        if (SKEWED.contains(code)) {
            return failure(
                    Reason.CLOCK,
                    " rejected the request: this machine's clock is wrong (" + describe(response)
                            + "). Synchronize the clock (NTP).");
        }
        return CREDENTIALS.matcher(code).find()
                ? failure(
                        Reason.DENIED,
                        " rejected the AWS credentials (" + describe(response)
                                + "). Log in again, or check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN"
                                + " and the profile.")
                : Optional.empty();
    }

    private Optional<AwsException> temporary() {
        String attempts = describe(response)
                + Optional.ofNullable(response.numAttempts())
                        .map(count -> "; gave up after " + Display.count(count, "attempt"))
                        .orElse("");
        if (response.isThrottlingException() || response.statusCode() == 503) {
            String slower = errors.api() == AwsApi.S3 ? ", or set lakecheck.concurrency to a lower number" : "";
            return failure(
                    Reason.THROTTLED, " throttled the requests (" + attempts + "). Try again later" + slower + ".");
        }
        return response.statusCode() >= 500 && response.statusCode() != NOT_IMPLEMENTED
                ? failure(Reason.UNREACHABLE, " could not process the request (" + attempts + "). Try again later.")
                : Optional.empty();
    }

    private AwsException unexpected() {
        if (response.statusCode() == 407) {
            return new AwsException(
                    Reason.UNEXPECTED,
                    "a proxy between lakecheck and " + errors.server() + " requires authentication ("
                            + describe(response)
                            + "). Add a user name and password to HTTPS_PROXY, or bypass the proxy with NO_PROXY.",
                    response);
        }
        boolean isInvalid = response.statusCode() == 400 && !code(response).isEmpty();
        return isInvalid
                ? errors.failure(
                        Reason.UNEXPECTED,
                        " rejected the request (" + describe(response) + "). "
                                + (code(response).contains("LimitExceeded") ? QUOTA : AwsErrors.UNEXPLAINED),
                        response)
                : errors.failure(
                        Reason.UNEXPECTED,
                        " sent an unexpected response (" + describe(response) + "). " + errors.endpointRemedy(),
                        response);
    }

    private Optional<AwsException> failure(Reason reason, String text) {
        return Optional.of(errors.failure(reason, text, response));
    }

    static String code(AwsServiceException response) {
        return Optional.ofNullable(response.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    static String describe(AwsServiceException response) {
        String code = code(response);
        String message = Optional.ofNullable(response.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElse("");
        return Display.visible(response.statusCode()
                        + (code.isEmpty() ? "" : " " + code)
                        + (message.isEmpty() ? "" : ": " + message))
                .replaceFirst("\\.$", "");
    }
}
