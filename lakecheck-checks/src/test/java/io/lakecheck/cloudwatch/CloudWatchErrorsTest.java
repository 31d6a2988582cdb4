// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.aws.AwsApi;
import io.lakecheck.aws.AwsErrors;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;

class CloudWatchErrorsTest {

    private static final CloudWatchErrors ERRORS =
            new CloudWatchErrors(new AwsErrors(AwsApi.CLOUDWATCH, "CloudWatch in eu-west-1"), "cloudwatch:Act");

    @Test
    void a_read_timeout_is_a_timeout_like_that_of_the_call() {
        assertThat(ERRORS.explain(SdkClientException.create(
                        "Unable to execute HTTP request: Read timed out (SDK Attempt Count: 4)",
                        new SocketTimeoutException("Read timed out"))))
                .startsWith("CloudWatch in eu-west-1 did not respond in time");
    }

    @Test
    void names_a_server_with_an_unknown_host_name() {
        assertThat(ERRORS.explain(SdkClientException.create(
                        "Received an UnknownHostException when attempting to interact with a service. See cause for the"
                                + " exact endpoint that is failing to resolve.",
                        new UnknownHostException("monitoring.eu-west-1.amazonaws.com"))))
                .startsWith("CloudWatch in eu-west-1 ")
                .contains("host name can't be resolved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ExpiredToken",
                "ExpiredTokenException",
                "InvalidClientTokenId",
                "MissingAuthenticationToken",
                "SignatureDoesNotMatch",
                "UnrecognizedClientException"
            })
    void invalid_credentials_need_no_policy(String code) {
        assertThat(ERRORS.explain(response(403, code)))
                .contains("rejected the AWS credentials", "403 " + code, "Log in again")
                .doesNotContain("Grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDenied", "AccessDeniedException", "Forbidden"})
    void a_denied_request_names_the_missing_permission(String code) {
        assertThat(ERRORS.explain(response(403, code)))
                .startsWith("access denied (403 " + code)
                .contains("Grant cloudwatch:Act ");
    }

    @Test
    void a_page_token_is_not_a_credential() {
        assertThat(ERRORS.explain(response(400, "InvalidNextToken")))
                .contains("rejected the request (400 InvalidNextToken");
    }

    private static RuntimeException response(int status, String code) {
        return CloudWatchException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("no")
                        .build())
                .build();
    }
}
