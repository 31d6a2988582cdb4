// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * A LIST request that the SDK has sent successfully, as the template for further requests to the same bucket. The SDK
 * has determined the endpoint, the region and the time with which to sign; only the parameters and the signature
 * change.
 *
 * @param request the SDK's request, without parameters and without headers that are specific to a single request
 * @param region the region to sign for
 * @param clock the clock to sign with: the server's clock if it differs much from this machine's clock
 */
record ListTemplate(SdkHttpRequest request, String region, Clock clock) {

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    /**
     * The signature of a bucket's requests. Requests with other algorithms or for other services are left to the SDK.
     */
    private static final Pattern SIGNATURE =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=[^ ,]+/\\d{8}/([a-z0-9-]+)/s3/aws4_request, .*");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The headers that differ between requests. The signer adds most of them again. */
    private static final List<String> VARIABLE = List.of(
            "Authorization",
            "Host",
            "X-Amz-Date",
            "X-Amz-Security-Token",
            "x-amz-content-sha256",
            "amz-sdk-invocation-id",
            "amz-sdk-request");

    /** A smaller difference between the clocks doesn't matter. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /**
     * Returns a template.
     *
     * @param sent a request for a page, which the SDK has signed
     * @param now the time at which the response arrived
     * @return the template, or empty if such requests can't be signed without the SDK
     */
    static Optional<ListTemplate> of(SdkHttpRequest sent, Instant now) {
        Optional<String> date = sent.firstMatchingHeader("X-Amz-Date");
        Matcher signature =
                SIGNATURE.matcher(sent.firstMatchingHeader("Authorization").orElse(""));
        if (date.isEmpty() || !signature.matches()) {
            return Optional.empty();
        }
        Duration error = Duration.between(now, DATE.parse(date.get(), Instant::from));
        SdkHttpRequest.Builder request = sent.toBuilder().clearQueryParameters();
        VARIABLE.forEach(request::removeHeader);
        return Optional.of(new ListTemplate(
                request.build(),
                signature.group(1),
                Clock.offset(Clock.systemUTC(), error.abs().compareTo(TOLERANCE) < 0 ? Duration.ZERO : error)));
    }

    /** Returns a signed request for the page that follows {@code previous}. */
    SdkHttpRequest request(ListPage previous, ListQuery query, AwsCredentialsIdentity credentials) {
        SdkHttpRequest.Builder next = request.toBuilder()
                .putRawQueryParameter("list-type", "2")
                .putRawQueryParameter("encoding-type", "url")
                .putRawQueryParameter("max-keys", Integer.toString(SdkCall.KEYS_PER_PAGE))
                .putRawQueryParameter("prefix", query.folder().prefix());
        if (query.depth() == ListingDepth.TOP) {
            next.putRawQueryParameter("delimiter", ListingDepth.DELIMITER);
        }
        previous.token().ifPresentOrElse(token -> next.putRawQueryParameter("continuation-token", token), () -> {
            if (previous.last().length > 0) {
                next.putRawQueryParameter("start-after", new String(previous.last(), StandardCharsets.UTF_8));
            }
        });
        return SIGNER.sign(sign -> sign.identity(credentials)
                        .request(next.build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
    }
}
