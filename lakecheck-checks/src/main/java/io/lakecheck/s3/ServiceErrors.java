// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What it means when S3 says no: goes by its error code and status.
 *
 * @param folder what was asked for
 * @param server who was asked
 * @param region for which requests were signed
 */
record ServiceErrors(S3Location folder, String server, String region) {

    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "TokenRefreshRequired", "RequestExpired");
    private static final Set<String> BAD_KEYS = Set.of(
            "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "InvalidSecurity", "MissingSecurityHeader");
    private static final Set<String> ELSEWHERE =
            Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException");
    private static final Set<String> SKEWED = Set.of("RequestTimeTooSkewed", "RequestInTheFuture");

    /** S3 puts the right region beside its message too, but of an error's body the SDK keeps the message alone. */
    private static final Pattern EXPECTED = Pattern.compile("expecting '([a-z0-9-]{1,40})'");

    private static final String PROXY =
            "a proxy in between wants to know who asks; name a user in HTTPS_PROXY, or go around"
                    + " the proxy with NO_PROXY";
    private static final String ENDPOINT =
            "see whether S3 is what answers there, and no proxy or other web server in between"
                    + " (lakecheck.endpoint, AWS_ENDPOINT_URL)";

    LakeException means(AwsServiceException e) {
        String code = code(e);
        if (code.equals("NoSuchBucket")) {
            return trouble(
                    Reason.NO_BUCKET,
                    "has no bucket " + Display.visible(folder.bucket()) + " (" + folder
                            + "); correct the location, or the endpoint and account it is looked for in",
                    e);
        }
        if (EXPIRED.contains(code)) {
            return trouble(
                    Reason.EXPIRED,
                    "says that the credentials have expired; renew them (aws sso login) and run again",
                    e);
        }
        if (BAD_KEYS.contains(code)) {
            return trouble(
                    Reason.DENIED,
                    "does not accept the credentials (" + code
                            + "); see whether AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY or the" + " profile are right",
                    e);
        }
        if (SKEWED.contains(code)) {
            return trouble(Reason.CLOCK, "says that this machine's clock is wrong; set it right", e);
        }
        if (ELSEWHERE.contains(code) || e.statusCode() == 301) {
            return elsewhere(e);
        }
        if (e.isThrottlingException() || e.statusCode() == 503) {
            return trouble(
                    Reason.THROTTLED,
                    "asked to slow down to the end (" + Display.count(e.numAttempts(), "attempt") + " for " + folder
                            + "); run later or with a smaller lakecheck.concurrency",
                    e);
        }
        if (e.statusCode() == 403 || e.statusCode() == 401) {
            return trouble(
                    Reason.DENIED,
                    "does not allow to list " + folder + "; allow s3:ListBucket on arn:aws:s3:::"
                            + Display.visible(folder.bucket())
                            + (folder.prefix().isEmpty() ? "" : " with prefix " + Display.visible(folder.prefix()))
                            + " to who runs this",
                    e);
        }
        String what = "answered " + Display.visible((e.statusCode() + " " + code).strip()) + " for " + folder;
        return e.statusCode() >= 500
                ? trouble(
                        Reason.UNREACHABLE,
                        what + " in " + Display.count(e.numAttempts(), "attempt") + "; run later",
                        e)
                : trouble(Reason.UNEXPECTED, what + (e.statusCode() == 407 ? "; " + PROXY : "; " + ENDPOINT), e);
    }

    private LakeException elsewhere(AwsServiceException e) {
        String right = right(e).map(region ->
                        "lies in region " + region + "; set region: " + region + " (or -Dlakecheck.region, AWS_REGION)")
                .orElse(
                        "lies in another region or behind another endpoint; set its region (or -Dlakecheck.region, AWS_REGION)");
        return new LakeException(
                Reason.WRONG_REGION,
                "the bucket " + Display.visible(folder.bucket()) + " is not in " + region + ": it " + right,
                e);
    }

    private static Optional<String> right(AwsServiceException e) {
        if (e.awsErrorDetails() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(e.awsErrorDetails().sdkHttpResponse())
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"))
                .filter(found -> found.matches("[a-z0-9-]{1,40}"))
                .or(() -> Optional.ofNullable(e.awsErrorDetails().errorMessage())
                        .map(EXPECTED::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1)));
    }

    private static String code(AwsServiceException e) {
        return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
                ? ""
                : e.awsErrorDetails().errorCode();
    }

    private LakeException trouble(Reason trouble, String what, Throwable cause) {
        return new LakeException(trouble, server + " " + what, cause);
    }
}
