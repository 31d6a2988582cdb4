// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/**
 * The requests that make a suite's alarms as they should be, one after the other up to the first that fails. For one
 * thread.
 */
final class AlarmUpdates {

    /** What CloudWatch deletes at once. */
    private static final int MOST_DELETED = 100;

    private final CloudWatchClient client;
    private final List<Step> steps = new ArrayList<>();

    /** @param prune whether alarms that the suite has no use for are deleted */
    AlarmUpdates(AlarmDiff diff, boolean prune, CloudWatchClient client) {
        this.client = client;
        diff.of(AlarmChange.Create.class).forEach(change -> put(change, () -> client.putMetricAlarm(change.wanted())));
        diff.of(AlarmChange.Update.class).forEach(change -> put(change, () -> client.putMetricAlarm(change.request())));
        List<String> unwanted =
                diff.of(AlarmChange.Remove.class).map(AlarmChange::name).toList();
        for (int i = 0; prune && i < unwanted.size(); i += MOST_DELETED) {
            List<String> some = unwanted.subList(i, Math.min(unwanted.size(), i + MOST_DELETED));
            steps.add(new Step(
                    "delete alarms", "DeleteAlarms", () -> client.deleteAlarms(delete -> delete.alarmNames(some))));
        }
    }

    private void put(AlarmChange change, Supplier<SdkResponse> call) {
        steps.add(new Step("put " + change.name(), "PutMetricAlarm", call));
    }

    /** @throws CloudWatchException at the first request that fails; it says how many were done before */
    void run() {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            try {
                CloudWatch.proved(step.call().get());
            } catch (RuntimeException trouble) {
                throw CloudWatchException.at(
                        step.what(),
                        CloudWatchErrors.text(trouble, "allow cloudwatch:" + step.action(), CloudWatch.where(client))
                                + "; " + done(i),
                        trouble);
            }
        }
    }

    private String done(int before) {
        return before == 0
                ? "nothing was changed"
                : before + " of " + steps.size() + " requests were done before, and doing it again goes on from there";
    }

    /**
     * One request.
     *
     * @param action what must be allowed for it
     */
    private record Step(String what, String action, Supplier<SdkResponse> call) {}
}
