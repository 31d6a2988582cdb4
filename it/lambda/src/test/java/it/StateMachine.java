// SPDX-License-Identifier: Apache-2.0
package it;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A state machine of Step Functions.
 *
 * @param endpoint the server's endpoint
 * @param arn the state machine's ARN
 */
record StateMachine(URI endpoint, String arn) {

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
        return UnsignedRequest.json(endpoint, "states", "AWSStepFunctions." + action, "1.0", body);
    }

    /** Returns the input with which a schedule starts its target. */
    static String input(URI endpoint, String group, String schedule) {
        String json = UnsignedRequest.send(
                "scheduler",
                HttpRequest.newBuilder(endpoint.resolve("/schedules/" + schedule + "?groupName=" + group)));
        return field("Input", json).replace("\\\"", "\"").replace("\\\\", "\\");
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
