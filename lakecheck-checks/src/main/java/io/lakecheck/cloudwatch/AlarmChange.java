// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.value.Display;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** What to do about one alarm: create, update, keep or delete it, or report a conflict over its name. */
sealed interface AlarmChange {

    String name();

    /** Returns a one-line description of this change. For a {@link Conflict}, returns a warning instead. */
    String text();

    /** An alarm to create, because it doesn't exist yet. */
    record Create(PutMetricAlarmRequest wanted) implements AlarmChange {
        @Override
        public String name() {
            return wanted.alarmName();
        }

        @Override
        public String text() {
            return "+ " + name() + ": " + AlarmProperties.summary(wanted);
        }
    }

    /**
     * An existing alarm of the suite whose properties must change. Properties that a suite doesn't set are kept: for
     * example, actions that someone has disabled stay disabled.
     */
    record Update(MetricAlarm existing, PutMetricAlarmRequest wanted) implements AlarmChange {
        @Override
        public String name() {
            return wanted.alarmName();
        }

        @Override
        public String text() {
            return "~ " + name() + ": " + String.join("; ", AlarmProperties.differences(existing, wanted));
        }

        PutMetricAlarmRequest request() {
            return wanted.toBuilder()
                    .actionsEnabled(existing.actionsEnabled())
                    .insufficientDataActions(existing.insufficientDataActions())
                    .build();
        }
    }

    /** An existing alarm of the suite that already has the right properties. */
    record Keep(String name) implements AlarmChange {
        @Override
        public String text() {
            return "= " + name;
        }
    }

    /** An existing alarm of the suite that the suite no longer needs. */
    record Remove(String name) implements AlarmChange {
        @Override
        public String text() {
            return "- " + Display.visible(name) + ": no longer in the suite";
        }
    }

    /** An alarm that can't be created, because an alarm that doesn't belong to the suite already has its name. */
    record Conflict(String name) implements AlarmChange {
        @Override
        public String text() {
            return "alarm " + name
                    + " already exists and does not belong to this suite. Give the suite a different prefix"
                    + " (cloudwatch: { alarms: { prefix: … } }).";
        }
    }
}
