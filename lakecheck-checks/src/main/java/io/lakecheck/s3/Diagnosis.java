// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.LakeException;
import io.lakecheck.LakeException.Trouble;
import io.lakecheck.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Says what kept S3 from answering and what to do about it. Goes by types, status and error codes; the SDK's own words are shown only
 * where there are no better ones.
 */
record Diagnosis(Folder folder, S3Client client) {

    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "TokenRefreshRequired", "RequestExpired");
    private static final Set<String> BAD_KEYS = Set.of(
            "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "InvalidSecurity", "MissingSecurityHeader");
    private static final Set<String> ELSEWHERE =
            Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException");
    private static final Set<String> SKEWED = Set.of("RequestTimeTooSkewed", "RequestInTheFuture");

    /** S3 puts the right region beside its message too, but of an error's body the SDK keeps the message alone. */
    private static final Pattern EXPECTED = Pattern.compile("expecting '([a-z0-9-]{1,40})'");

    /**
     * What an exception of the SDK means.
     *
     * @throws PageFault where an answer came but broke off or is no XML: asking again may help, and the SDK doesn't
     */
    LakeException of(RuntimeException e) throws PageFault {
        Optional<LakeException> own = cause(e, LakeException.class);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<AwsServiceException> refusal = cause(e, AwsServiceException.class);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (cause(e, ApiCallTimeoutException.class).isPresent()
                || cause(e, ApiCallAttemptTimeoutException.class).isPresent()
                || cause(e, SocketTimeoutException.class).isPresent()) {
            return trouble(
                    Trouble.TIMEOUT,
                    "did not answer in time for " + folder + "; see whether it and the network are up",
                    e);
        }
        if (cause(e, AbortedException.class).isPresent()
                || cause(e, InterruptedException.class).isPresent()) {
            return ended(folder, e);
        }
        if (cause(e, XMLStreamException.class).isPresent() || e instanceof UncheckedIOException) {
            throw new PageFault("broke off or is no XML", e);
        }
        if (cause(e, UnknownHostException.class).isPresent()) {
            return trouble(Trouble.UNREACHABLE, "has no address; see whether its name is right and DNS is up", e);
        }
        if (cause(e, SSLException.class).isPresent()) {
            return trouble(
                    Trouble.UNREACHABLE, "could not prove who it is; see whether its certificate is trusted here", e);
        }
        if (cause(e, IOException.class).isPresent()) {
            return trouble(
                    Trouble.UNREACHABLE, "can't be reached or hangs up; see whether it is up and the port is right", e);
        }
        return trouble(Trouble.UNEXPECTED, "could not be asked for " + folder + ": " + Text.visible(e.toString()), e);
    }

    private LakeException refused(AwsServiceException e) {
        String code = code(e);
        if (code.equals("NoSuchBucket")) {
            return trouble(
                    Trouble.NO_BUCKET,
                    "has no bucket " + Text.visible(folder.bucket()) + " (" + folder
                            + "); correct the location, or the endpoint and account it is looked for in",
                    e);
        }
        if (EXPIRED.contains(code)) {
            return trouble(
                    Trouble.EXPIRED,
                    "says that the credentials have expired; renew them (aws sso login) and run again",
                    e);
        }
        if (BAD_KEYS.contains(code)) {
            return trouble(
                    Trouble.DENIED,
                    "does not accept the credentials (" + code
                            + "); see whether AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY or the" + " profile are right",
                    e);
        }
        if (SKEWED.contains(code)) {
            return trouble(Trouble.CLOCK, "says that this machine's clock is wrong; set it right", e);
        }
        if (ELSEWHERE.contains(code) || e.statusCode() == 301) {
            return elsewhere(e);
        }
        if (e.isThrottlingException() || e.statusCode() == 503) {
            return trouble(
                    Trouble.THROTTLED,
                    "asked to slow down to the end (" + Text.count(e.numAttempts(), "attempt") + " for " + folder
                            + "); run later or with a smaller lakecheck.concurrency",
                    e);
        }
        if (e.statusCode() == 403 || e.statusCode() == 401) {
            return trouble(
                    Trouble.DENIED,
                    "does not allow to list " + folder + "; allow s3:ListBucket on arn:aws:s3:::"
                            + Text.visible(folder.bucket())
                            + (folder.prefix().isEmpty() ? "" : " with prefix " + Text.visible(folder.prefix()))
                            + " to who runs this",
                    e);
        }
        String what = "answered " + Text.visible((e.statusCode() + " " + code).strip()) + " for " + folder;
        return e.statusCode() >= 500
                ? trouble(
                        Trouble.UNREACHABLE, what + " in " + Text.count(e.numAttempts(), "attempt") + "; run later", e)
                : trouble(Trouble.UNEXPECTED, what, e);
    }

    private LakeException elsewhere(AwsServiceException e) {
        String right = region(e)
                .map(region ->
                        "lies in region " + region + "; set region: " + region + " (or -Dlakecheck.region, AWS_REGION)")
                .orElse(
                        "lies in another region or behind another endpoint; set its region (or -Dlakecheck.region, AWS_REGION)");
        return new LakeException(
                Trouble.WRONG_REGION,
                "the bucket " + Text.visible(folder.bucket()) + " is not in "
                        + client.serviceClientConfiguration().region().id() + ": it " + right,
                e);
    }

    private static Optional<String> region(AwsServiceException e) {
        if (e.awsErrorDetails() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(e.awsErrorDetails().sdkHttpResponse())
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"))
                .filter(region -> region.matches("[a-z0-9-]{1,40}"))
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

    private LakeException trouble(Trouble trouble, String what, Throwable cause) {
        return new LakeException(trouble, server() + " " + what, cause);
    }

    private String server() {
        return client.serviceClientConfiguration()
                .endpointOverride()
                .map(endpoint -> "S3 at " + Text.visible(endpoint.getScheme() + "://" + endpoint.getAuthority()))
                .orElseGet(() ->
                        "S3 in " + client.serviceClientConfiguration().region().id());
    }

    static LakeException ended(Folder folder, Throwable cause) {
        return new LakeException(Trouble.TIMEOUT, "the run ended before " + folder + " was listed", cause);
    }

    static LakeException noCredentials(Optional<String> profile, Throwable cause) {
        return new LakeException(
                Trouble.NO_CREDENTIALS,
                profile.map(name -> "no AWS credentials were found in profile " + Text.visible(name) + " or elsewhere")
                                .orElse("no AWS credentials were found")
                        + "; log in (aws sso login), name a profile (lakecheck.profile, AWS_PROFILE) or set AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY",
                cause);
    }

    private static <T> Optional<T> cause(Throwable e, Class<T> type) {
        return Stream.<Throwable>iterate(e, known -> known != null, Diagnosis::next)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static @Nullable Throwable next(Throwable e) {
        return e instanceof XMLStreamException xml && xml.getCause() == null ? xml.getNestedException() : e.getCause();
    }
}
