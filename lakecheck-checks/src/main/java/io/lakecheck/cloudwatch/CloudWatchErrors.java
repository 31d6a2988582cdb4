// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.aws.AwsErrors;
import io.lakecheck.aws.AwsException;
import io.lakecheck.lake.LakeException.Reason;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Explains why a request to CloudWatch failed and what to do about it. All explanations are safe to print.
 *
 * @param grant the permission that the request needs, such as {@code cloudwatch:DescribeAlarms}
 */
record CloudWatchErrors(AwsErrors errors, String grant) {

    /** The start of the SDK's message for a successful response that can't be parsed. */
    private static final String UNPARSABLE = "Unable to unmarshall response";

    String explain(RuntimeException e) {
        return String.valueOf(e.getMessage()).startsWith(UNPARSABLE) && !AwsErrors.isTimeout(e)
                ? errors.impostor("it has status 200 but can't be parsed", e).getMessage()
                : errors.explain(e, this::denied).getMessage();
    }

    private Optional<AwsException> denied(AwsServiceException response) {
        return AwsErrors.isForbidden(response) || AwsErrors.code(response).contains("AccessDenied")
                ? Optional.of(new AwsException(
                        Reason.DENIED,
                        "access denied (" + AwsErrors.describe(response) + "). Grant " + grant
                                + " to the role that runs lakecheck (docs/iam.md).",
                        response))
                : Optional.empty();
    }
}
