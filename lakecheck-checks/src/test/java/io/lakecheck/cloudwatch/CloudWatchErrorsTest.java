// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;

class CloudWatchErrorsTest {

    private static final String WHERE = "CloudWatch in eu-west-1";

    @Test
    void a_socket_that_times_out_before_the_call_does_is_no_answer_in_time_either() {
        assertThat(told(SdkClientException.create(
                        "Unable to execute HTTP request: Read timed out (SDK Attempt Count: 4)",
                        new SocketTimeoutException("Read timed out"))))
                .isEqualTo("no answer in time from CloudWatch in eu-west-1");
    }

    @Test
    void says_whose_name_nobody_knows() {
        assertThat(told(SdkClientException.create(
                        "Received an UnknownHostException when attempting to interact with a service. See cause for the"
                                + " exact endpoint that is failing to resolve.",
                        new UnknownHostException("monitoring.eu-west-1.amazonaws.com"))))
                .isEqualTo("CloudWatch in eu-west-1 can't be reached (nobody knows its name here); look at region,"
                        + " endpoint and network");
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
    void credentials_that_are_not_valid_need_no_policy(String code) {
        assertThat(told(answer(403, code)))
                .isEqualTo("the AWS credentials are not valid (403 " + code + ": no); log in again, or look at"
                        + " AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDenied", "AccessDeniedException", "Forbidden"})
    void what_is_not_allowed_names_what_to_allow(String code) {
        assertThat(told(answer(403, code))).isEqualTo("denied (403 " + code + ": no); allow it (docs/iam.md)");
    }

    @Test
    void a_token_of_pages_is_not_one_of_credentials() {
        assertThat(told(answer(400, "InvalidNextToken"))).isEqualTo("refused (400 InvalidNextToken: no)");
    }

    private static RuntimeException answer(int status, String code) {
        return CloudWatchException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("no")
                        .build())
                .build();
    }

    private static String told(RuntimeException trouble) {
        return CloudWatchErrors.text(trouble, "allow it", WHERE);
    }
}
