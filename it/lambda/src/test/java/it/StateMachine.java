// SPDX-License-Identifier: Apache-2.0
package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A state machine of Step Functions. The requests are sent without the SDK, because its client would be a dependency of
 * this test alone. LocalStack does not verify signatures.
 *
 * @param endpoint the server's endpoint
 * @param arn the state machine's ARN
 */
record StateMachine(URI endpoint, String arn) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Starts an execution and returns its description as JSON once it has ended. */
    String run(String input) {
        String execution = field(
                "executionArn",
                post("StartExecution", "{\"stateMachineArn\": \"" + arn + "\", \"input\": \"" + quoted(input) + "\"}"));
        if (!LambdaServer.holdsWithin(
                Duration.ofMinutes(5), () -> !description(execution).contains("\"RUNNING\""))) {
            throw new IllegalStateException("the execution does not end: " + description(execution));
        }
        return description(execution);
    }

    private String description(String execution) {
        return post("DescribeExecution", "{\"executionArn\": \"" + execution + "\"}");
    }

    private String post(String action, String body) {
        return send(
                HttpRequest.newBuilder(endpoint)
                        .header("X-Amz-Target", "AWSStepFunctions." + action)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                "states");
    }

    /** Returns the input with which a schedule starts its target. */
    static String input(URI endpoint, String group, String schedule) {
        String json = send(
                HttpRequest.newBuilder(endpoint.resolve("/schedules/" + schedule + "?groupName=" + group)),
                "scheduler");
        return field("Input", json).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static String send(HttpRequest.Builder request, String service) {
        try {
            HttpResponse<String> response = HTTP.send(
                    request.header(
                                    "Authorization",
                                    "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/" + service
                                            + "/aws4_request, SignedHeaders=host, Signature=0")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(service + " responded: " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(String name, String json) {
        return Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(json)
                .results()
                .findFirst()
                .map(match -> match.group(1))
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + json));
    }

    private static String quoted(String text) {
        return Pattern.compile("[\"\\\\]").matcher(text).replaceAll(StateMachine::escaped);
    }

    private static String escaped(MatchResult match) {
        return "\\\\" + (match.group().equals("\\") ? "\\\\" : match.group());
    }
}
