// SPDX-License-Identifier: Apache-2.0
package it;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;

/**
 * The resources on a server, as its services list them.
 *
 * @param endpoint the server's endpoint
 */
record ServerResources(URI endpoint) {

    /** Returns the response of a request for all resources of a kind, by the kind's name. */
    Map<String, String> lists() {
        return Map.of(
                "roles", form("iam", "Action=ListRoles&Version=2010-05-08&MaxItems=1000"),
                "topics", form("sns", "Action=ListTopics&Version=2010-03-31"),
                "log groups", json("logs", "Logs_20140328.DescribeLogGroups", "1.1"),
                "rules", json("events", "AWSEvents.ListRules", "1.1"),
                "state machines", json("states", "AWSStepFunctions.ListStateMachines", "1.0"),
                "schedules", get("scheduler", "/schedules"),
                "schedule groups", get("scheduler", "/schedule-groups"),
                "buckets", get("s3", "/"));
    }

    private String form(String service, String body) {
        return UnsignedRequest.send(
                service,
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String json(String service, String target, String version) {
        return UnsignedRequest.json(endpoint, service, target, version, "{}");
    }

    private String get(String service, String path) {
        return UnsignedRequest.send(service, HttpRequest.newBuilder(endpoint.resolve(path)));
    }
}
