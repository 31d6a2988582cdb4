// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.value.Display;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** The change that one alarm needs. */
sealed interface AlarmChange {

    String name();

    /** Returns the change as one line of the diff. */
    String text();

    /** The alarm doesn't exist yet. */
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
     * The suite's alarm exists with other properties. Properties that a suite doesn't set are kept, for example actions
     * that someone disabled.
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

    /** The suite's alarm exists with the right properties. */
    record Keep(String name) implements AlarmChange {
        @Override
        public String text() {
            return "= " + name;
        }
    }

    /** The suite's alarm exists, but the suite no longer needs it. */
    record Remove(String name) implements AlarmChange {
        @Override
        public String text() {
            return "- " + Display.visible(name) + ": no longer in the suite";
        }
    }

    /** An alarm that belongs to another owner has a name that the suite needs. */
    record Conflict(String name) implements AlarmChange {
        @Override
        public String text() {
            return "alarm " + name
                    + " already exists and does not belong to this suite. Give the suite a different prefix"
                    + " (cloudwatch: { alarms: { prefix: … } }).";
        }
    }
}
