// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lakecheck.Sentences;
import io.lakecheck.delivery.Connection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Pins the package's messages, except those that depend on the environment of the process. */
class AwsSentencesTest {

    private static final AwsErrors S3 = new AwsErrors(AwsApi.S3, "S3 in eu-west-1");
    private static final AwsErrors CLOUDWATCH = new AwsErrors(AwsApi.CLOUDWATCH, "CloudWatch at http://localhost:9000");

    @Test
    void sentences_are_as_pinned() {
        new Sentences()
                .add("endpoint is not a URL", endpoint("localhost:4566"))
                .add("endpoint with a password", endpoint("http://me:secret@localhost:4566"))
                .add("profile without credentials", noCredentials(Optional.of("prod")))
                .add("no credentials", noCredentials(Optional.empty()))
                .add("timeout", unanswered(new SocketTimeoutException("Read timed out")))
                .add("interrupted", unanswered(AbortedException.create("stopped")))
                .add("unknown host", unanswered(new UnknownHostException("s3")))
                .add("untrusted certificate", unanswered(new SSLException("PKIX path building failed")))
                .add("connection refused", unanswered(new IOException("Connection refused")))
                .add("unknown cause", unanswered(new IllegalStateException("no client")))
                .add(
                        "response of another server",
                        S3.impostor("it has status 200 but no request ID", null).getMessage())
                .add("expired credentials", rejected(S3, 400, "ExpiredToken", "The token has expired."))
                .add("invalid credentials", rejected(S3, 403, "InvalidAccessKeyId", "The key does not exist."))
                .add("wrong clock", rejected(S3, 403, "RequestTimeTooSkewed", "The difference is too large."))
                .add("throttled by S3", rejected(S3, 503, "SlowDown", "Please reduce your request rate."))
                .add("throttled by CloudWatch", rejected(CLOUDWATCH, 400, "Throttling", "Rate exceeded"))
                .add("server error", rejected(CLOUDWATCH, 500, "InternalFailure", ""))
                .add(
                        "invalid request",
                        rejected(CLOUDWATCH, 400, "InvalidParameterValue", "The unit is not supported."))
                .add("quota exceeded", rejected(CLOUDWATCH, 400, "LimitExceeded", "You have too many alarms."))
                .add("a server without CloudWatch", rejected(CLOUDWATCH, 404, "", ""))
                .add("a proxy with authentication", rejected(S3, 407, "", ""))
                .check("aws");
    }

    private static String endpoint(String text) {
        return catchThrowableOfType(
                        AwsException.class,
                        () -> AwsConnection.resolve(
                                AwsApi.S3,
                                new Connection(
                                        Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty())))
                .getMessage();
    }

    private static String noCredentials(Optional<String> profile) {
        return CachedCredentials.notFound(profile, SdkClientException.create("no credentials"))
                .getMessage();
    }

    private static String unanswered(Exception cause) {
        return S3.explain(
                        SdkClientException.create("Unable to load an HTTP implementation", cause),
                        response -> Optional.empty())
                .getMessage();
    }

    private static String rejected(AwsErrors errors, int status, String code, String message) {
        AwsServiceException response = AwsServiceException.builder()
                .statusCode(status)
                .numAttempts(4)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
        return errors.explain(response, rejection -> Optional.empty()).getMessage();
    }
}
