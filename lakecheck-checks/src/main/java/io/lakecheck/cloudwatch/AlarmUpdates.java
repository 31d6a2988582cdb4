// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** The requests that apply an {@link AlarmDiff}. They are sent one by one until one fails. Not thread-safe. */
final class AlarmUpdates {

    /** The maximum number of alarms that CloudWatch deletes per request. */
    private static final int MOST_DELETED = 100;

    private final CloudWatchClient client;
    private final List<Step> steps = new ArrayList<>();

    /** @param prune whether to delete alarms that the suite no longer needs */
    AlarmUpdates(AlarmDiff diff, boolean prune, CloudWatchClient client) {
        this.client = client;
        diff.of(AlarmChange.Create.class)
                .forEach(change -> add("create alarm " + change.name(), () -> client.putMetricAlarm(change.wanted())));
        diff.of(AlarmChange.Update.class)
                .forEach(change -> add("update alarm " + change.name(), () -> client.putMetricAlarm(change.request())));
        List<String> obsolete =
                diff.of(AlarmChange.Remove.class).map(AlarmChange::name).toList();
        for (int i = 0; prune && i < obsolete.size(); i += MOST_DELETED) {
            List<String> some = obsolete.subList(i, Math.min(obsolete.size(), i + MOST_DELETED));
            steps.add(new Step(
                    "delete alarms",
                    "cloudwatch:DeleteAlarms",
                    () -> client.deleteAlarms(delete -> delete.alarmNames(some))));
        }
    }

    private void add(String action, Supplier<SdkResponse> call) {
        steps.add(new Step(action, "cloudwatch:PutMetricAlarm", call));
    }

    /** @throws CloudWatchException if a request fails; the message states how many requests succeeded */
    void run() {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            try {
                CloudWatchAccess.verified(step.call().get(), client);
            } catch (RuntimeException e) {
                CloudWatchErrors errors = new CloudWatchErrors(CloudWatchAccess.errors(client), step.grant());
                throw new CloudWatchException(step.action(), errors.explain(e) + " " + progress(i), e);
            }
        }
    }

    private String progress(int done) {
        return done == 0
                ? "No alarm was changed."
                : done + " of " + steps.size() + " requests succeeded; run the goal again to apply the rest.";
    }

    /**
     * A request to CloudWatch.
     *
     * @param action what the request does, starting with a verb, such as {@code delete alarms}
     * @param grant the IAM permission that the request needs
     */
    private record Step(String action, String grant, Supplier<SdkResponse> call) {}
}
