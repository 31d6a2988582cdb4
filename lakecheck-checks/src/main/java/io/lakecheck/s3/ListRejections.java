// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.aws.AwsErrors;
import io.lakecheck.aws.AwsException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Explains why S3 rejected a LIST request, based on the error code and the status.
 *
 * @param folder the folder that was listed
 * @param server the name of the server that was called, as shown in messages
 * @param region the region that the request was signed for
 */
record ListRejections(S3Location folder, String server, String region) {

    private static final Set<String> REDIRECTS =
            Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException");

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    /** The SDK discards the XML element that contains the expected region, so it is taken from the error message. */
    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]{1,40})'");

    /**
     * Returns an explanation, or empty if the request was rejected for a reason other than the bucket, its region or a
     * missing permission.
     */
    Optional<AwsException> explain(AwsServiceException response) {
        String code = AwsErrors.code(response);
        if (code.equals("NoSuchBucket")) {
            return rejection(
                    Reason.NO_BUCKET,
                    "bucket '" + Display.visible(folder.bucket()) + "' does not exist (" + folder + ", " + server
                            + "). Correct the location, or check the endpoint and the AWS account.",
                    response);
        }
        if (REDIRECTS.contains(code) || response.statusCode() == 301) {
            return rejection(Reason.WRONG_REGION, wrongRegion(response), response);
        }
        return response.statusCode() == 403 || response.statusCode() == 401
                ? rejection(
                        Reason.DENIED,
                        "access denied listing " + folder + ". Grant s3:ListBucket on arn:aws:s3:::"
                                + Display.visible(folder.bucket()) + " to the role that runs lakecheck.",
                        response)
                : Optional.empty();
    }

    private static Optional<AwsException> rejection(Reason reason, String text, AwsServiceException cause) {
        return Optional.of(new AwsException(reason, text, cause));
    }

    private String wrongRegion(AwsServiceException response) {
        String bucket = "bucket '" + Display.visible(folder.bucket()) + "' is ";
        return rightRegion(response)
                .map(right -> bucket + "in region " + right + ", not in " + region
                        + ". Set the region with s3: { region: " + right + " } in the suite, -Dlakecheck.region="
                        + right + " or AWS_REGION=" + right + ".")
                .orElse(bucket + "not in region " + region + ". Set the bucket's region (s3.region in the suite,"
                        + " -Dlakecheck.region or AWS_REGION), or correct the endpoint.");
    }

    private static Optional<String> rightRegion(AwsServiceException response) {
        if (response.awsErrorDetails() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(response.awsErrorDetails().sdkHttpResponse())
                .flatMap(http -> http.firstMatchingHeader("x-amz-bucket-region"))
                .filter(region -> REGION.matcher(region).matches())
                .or(() -> Optional.ofNullable(response.awsErrorDetails().errorMessage())
                        .map(EXPECTED_REGION::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1)));
    }
}
