// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Text;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Why CloudWatch did not do what it was asked, and what to do about it, in words that are safe to print. */
final class Refusal {

    /** What the SDK begins with before it lists all the places where it looked. */
    private static final String NO_CREDENTIALS = "Unable to load credentials";

    private static final String UNREACHABLE = "Unable to execute HTTP request: ";

    private static final Pattern ATTEMPTS = Pattern.compile(" \\(SDK Attempt Count: [0-9]+\\)$");

    private static final String LOG_IN =
            "no AWS credentials were found; log in (aws sso login), name a profile (lakecheck.profile, AWS_PROFILE) or set"
                    + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

    private Refusal() {}

    /**
     * @param remedy what helps where it was denied: which action to allow on what
     * @param where who was asked
     */
    static String text(RuntimeException trouble, String remedy, String where) {
        if (trouble instanceof AwsServiceException answer) {
            String told = told(answer);
            if (isDenied(answer)) {
                return "denied (" + told + "); " + remedy + " (docs/iam.md)";
            }
            return (answer.isThrottlingException() ? "throttled to the end" : "refused") + " (" + told + ")";
        }
        if (trouble instanceof ApiCallTimeoutException
                || trouble instanceof ApiCallAttemptTimeoutException
                || trouble instanceof AbortedException) {
            return "no answer in time from " + where;
        }
        String message = Optional.ofNullable(trouble.getMessage()).orElse(trouble.toString());
        if (message.startsWith(UNREACHABLE)) {
            return where + " can't be reached ("
                    + Text.visible(ATTEMPTS.matcher(message.substring(UNREACHABLE.length()))
                            .replaceAll("")) + ")";
        }
        return message.startsWith(NO_CREDENTIALS) ? LOG_IN : Text.visible(message);
    }

    private static boolean isDenied(AwsServiceException answer) {
        return answer.statusCode() == 403 || code(answer).contains("AccessDenied");
    }

    private static String told(AwsServiceException answer) {
        String code = code(answer);
        String message = Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElse("");
        return Text.visible(
                answer.statusCode() + (code.isEmpty() ? "" : " " + code) + (message.isEmpty() ? "" : ": " + message));
    }

    private static String code(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }
}
