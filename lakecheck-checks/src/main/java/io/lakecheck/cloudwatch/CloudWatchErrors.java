// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.value.Display;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Why CloudWatch did not do what it was asked, and what to do about it, in words that are safe to print. */
final class CloudWatchErrors {

    /** What the SDK begins with before it lists all the places where it looked. */
    private static final String NO_CREDENTIALS = "Unable to load credentials";

    private static final String UNREACHABLE = "Unable to execute HTTP request: ";

    /** The time of the socket and that of the call are the same: either may be the one that is up. */
    private static final List<Class<? extends Exception>> TIME_OUTS = List.of(
            ApiCallTimeoutException.class,
            ApiCallAttemptTimeoutException.class,
            AbortedException.class,
            SocketTimeoutException.class);

    private static final String STRANGE = "Unable to unmarshall response";

    /** Codes of answers that are about who asks, not about what is allowed. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("ExpiredToken|ClientToken|AuthenticationToken|Signature|UnrecognizedClient|AccessKey");

    private static final Pattern ATTEMPTS = Pattern.compile(" \\(SDK Attempt Count: [0-9]+\\)$");

    private static final String LOG_IN =
            "no AWS credentials were found; log in (aws sso login), name a profile (lakecheck.profile, AWS_PROFILE) or set"
                    + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

    private CloudWatchErrors() {}

    /**
     * @param remedy what helps where it was denied: which action to allow on what
     * @param where who was asked
     */
    static String text(RuntimeException trouble, String remedy, String where) {
        if (trouble instanceof AwsServiceException answer) {
            String told = told(answer);
            if (CREDENTIALS.matcher(code(answer)).find()) {
                return "the AWS credentials are not valid (" + told
                        + "); log in again, or look at AWS_ACCESS_KEY_ID and" + " AWS_SESSION_TOKEN";
            }
            if (isDenied(answer)) {
                return "denied (" + told + "); " + remedy + " (docs/iam.md)";
            }
            return (answer.isThrottlingException() ? "throttled to the end" : "refused") + " (" + told + ")";
        }
        if (isFor(trouble, TIME_OUTS)) {
            return "no answer in time from " + where;
        }
        String message = Optional.ofNullable(trouble.getMessage()).orElse(trouble.toString());
        if (isFor(trouble, List.of(UnknownHostException.class))) {
            return where + " can't be reached (nobody knows its name here); look at region, endpoint and network";
        }
        if (message.startsWith(UNREACHABLE)) {
            return where + " can't be reached ("
                    + Display.visible(ATTEMPTS.matcher(message.substring(UNREACHABLE.length()))
                            .replaceAll("")) + ")";
        }
        if (message.startsWith(STRANGE)) {
            return "what answered is not CloudWatch (a 200 that makes no sense); look for a proxy, or at the endpoint";
        }
        return message.startsWith(NO_CREDENTIALS) ? LOG_IN : Display.visible(message);
    }

    private static boolean isFor(RuntimeException trouble, List<Class<? extends Exception>> reasons) {
        return Stream.<Throwable>iterate(trouble, Objects::nonNull, Throwable::getCause)
                .anyMatch(each -> reasons.stream().anyMatch(reason -> reason.isInstance(each)));
    }

    private static boolean isDenied(AwsServiceException answer) {
        return answer.statusCode() == 403 || code(answer).contains("AccessDenied");
    }

    private static String told(AwsServiceException answer) {
        String code = code(answer);
        String message = Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElse("");
        return Display.visible(
                answer.statusCode() + (code.isEmpty() ? "" : " " + code) + (message.isEmpty() ? "" : ": " + message));
    }

    private static String code(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }
}
