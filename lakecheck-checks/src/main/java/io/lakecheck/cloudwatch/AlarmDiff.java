// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** How the alarms that are there differ from those that a suite should have. Immutable. */
public final class AlarmDiff {

    private final List<AlarmChange> changes;
    private final List<String> refused;

    private AlarmDiff(List<AlarmChange> changes, List<String> refused) {
        this.changes = List.copyOf(changes);
        this.refused = List.copyOf(refused);
    }

    /** @param refused datasets that get no alarms, and why */
    static AlarmDiff of(
            AlarmOwnership owner,
            List<PutMetricAlarmRequest> wanted,
            List<MetricAlarm> found,
            List<CompositeAlarm> composites,
            List<String> refused) {
        Map<String, MetricAlarm> ours = new HashMap<>();
        Set<String> foreign = new HashSet<>();
        composites.forEach(alarm -> foreign.add(alarm.alarmName()));
        for (MetricAlarm alarm : found) {
            if (owner.owns(alarm.alarmName(), alarm.alarmDescription())) {
                ours.put(alarm.alarmName(), alarm);
            } else {
                foreign.add(alarm.alarmName());
            }
        }
        List<AlarmChange> changes = new ArrayList<>();
        for (PutMetricAlarmRequest alarm : wanted) {
            changes.add(
                    foreign.contains(alarm.alarmName())
                            ? new AlarmChange.Foreign(alarm.alarmName())
                            : change(alarm, ours.remove(alarm.alarmName())));
        }
        ours.keySet().stream().sorted().map(AlarmChange.Remove::new).forEach(changes::add);
        return new AlarmDiff(changes, refused);
    }

    private static AlarmChange change(PutMetricAlarmRequest wanted, @Nullable MetricAlarm found) {
        if (found == null) {
            return new AlarmChange.Create(wanted);
        }
        return AlarmProperties.differences(found, wanted).isEmpty()
                ? new AlarmChange.Keep(wanted.alarmName())
                : new AlarmChange.Update(found, wanted);
    }

    /** Whether there is nothing to put and nothing to delete. */
    public boolean isSettled() {
        return changes.stream()
                .allMatch(change -> change instanceof AlarmChange.Keep || change instanceof AlarmChange.Foreign);
    }

    /** How many alarms the suite has no use for. */
    public long unwanted() {
        return count(AlarmChange.Remove.class);
    }

    /** How many alarms the suite should have and can't, as somebody else's are called so. */
    public long taken() {
        return count(AlarmChange.Foreign.class);
    }

    /** What is to be done, a line each and safe to print; alarms that stay as they are only count in the last line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        changes.stream()
                .filter(change -> !(change instanceof AlarmChange.Keep) && !(change instanceof AlarmChange.Foreign))
                .map(AlarmChange::text)
                .forEach(lines::add);
        lines.add(count(AlarmChange.Create.class) + " to create, " + count(AlarmChange.Update.class) + " to change, "
                + unwanted() + " to delete, " + count(AlarmChange.Keep.class) + " as they should be");
        return lines;
    }

    /** What can't be done, a line each and safe to print. */
    public List<String> warnings() {
        return Stream.concat(refused.stream(), of(AlarmChange.Foreign.class).map(AlarmChange::text))
                .toList();
    }

    private long count(Class<? extends AlarmChange> kind) {
        return of(kind).count();
    }

    <T extends AlarmChange> Stream<T> of(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
