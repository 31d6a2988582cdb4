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

/** The differences between the alarms that exist and the alarms that a suite needs. Immutable. */
public final class AlarmDiff {

    private final List<AlarmChange> changes;
    private final List<String> withoutAlarms;

    private AlarmDiff(List<AlarmChange> changes, List<String> withoutAlarms) {
        this.changes = List.copyOf(changes);
        this.withoutAlarms = List.copyOf(withoutAlarms);
    }

    /** @param withoutAlarms one message for each dataset that gets no alarms, stating the reason */
    static AlarmDiff of(
            AlarmOwnership ownership,
            List<PutMetricAlarmRequest> wanted,
            List<MetricAlarm> existing,
            List<CompositeAlarm> composites,
            List<String> withoutAlarms) {
        Map<String, MetricAlarm> own = new HashMap<>();
        Set<String> foreign = new HashSet<>();
        composites.forEach(alarm -> foreign.add(alarm.alarmName()));
        for (MetricAlarm alarm : existing) {
            if (ownership.includes(alarm.alarmName(), alarm.alarmDescription())) {
                own.put(alarm.alarmName(), alarm);
            } else {
                foreign.add(alarm.alarmName());
            }
        }
        List<AlarmChange> changes = new ArrayList<>();
        for (PutMetricAlarmRequest alarm : wanted) {
            changes.add(
                    foreign.contains(alarm.alarmName())
                            ? new AlarmChange.Conflict(alarm.alarmName())
                            : change(alarm, own.remove(alarm.alarmName())));
        }
        own.keySet().stream().sorted().map(AlarmChange.Remove::new).forEach(changes::add);
        return new AlarmDiff(changes, withoutAlarms);
    }

    private static AlarmChange change(PutMetricAlarmRequest wanted, @Nullable MetricAlarm existing) {
        if (existing == null) {
            return new AlarmChange.Create(wanted);
        }
        return AlarmProperties.differences(existing, wanted).isEmpty()
                ? new AlarmChange.Keep(wanted.alarmName())
                : new AlarmChange.Update(existing, wanted);
    }

    /** Returns whether there is nothing to create, update or delete. */
    public boolean isUpToDate() {
        return changes.stream()
                .allMatch(change -> change instanceof AlarmChange.Keep || change instanceof AlarmChange.Conflict);
    }

    /** Returns the number of alarms that the suite no longer needs. */
    public long obsolete() {
        return count(AlarmChange.Remove.class);
    }

    /**
     * Returns the number of alarms that can't be created because an alarm that doesn't belong to the suite already has
     * the same name.
     */
    public long conflicts() {
        return count(AlarmChange.Conflict.class);
    }

    /**
     * Returns one line for each alarm to create, update or delete, followed by a line with the number of alarms of each
     * kind. All lines are safe to print.
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        changes.stream()
                .filter(change -> !(change instanceof AlarmChange.Keep) && !(change instanceof AlarmChange.Conflict))
                .map(AlarmChange::text)
                .forEach(lines::add);
        lines.add(count(AlarmChange.Create.class) + " to create, " + count(AlarmChange.Update.class) + " to update, "
                + obsolete() + " to delete, " + count(AlarmChange.Keep.class) + " up to date");
        return lines;
    }

    /** Returns one line for each dataset without alarms and for each conflict. All lines are safe to print. */
    public List<String> warnings() {
        return Stream.concat(
                        withoutAlarms.stream(), of(AlarmChange.Conflict.class).map(AlarmChange::text))
                .toList();
    }

    private long count(Class<? extends AlarmChange> kind) {
        return of(kind).count();
    }

    <T extends AlarmChange> Stream<T> of(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
