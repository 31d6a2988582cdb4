// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Text;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Why CloudWatch did not do what it was asked, and what to do about it, in words that are safe to print. */
final class Refusal {

    /** What the SDK begins with before it lists all the places where it looked. */
    private static final String NO_CREDENTIALS = "Unable to load credentials";

    private static final String LOG_IN =
            "no AWS credentials were found; log in (aws sso login), name a profile (lakecheck.profile, AWS_PROFILE) or set"
                    + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

    private Refusal() {}

    /** @param remedy what helps where it was denied: which action to allow on what */
    static String text(RuntimeException trouble, String remedy) {
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
            return "no answer in time";
        }
        String message = Optional.ofNullable(trouble.getMessage()).orElse(trouble.toString());
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
