// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.value.Display;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** What is to become of one alarm. */
sealed interface AlarmChange {

    String name();

    /** One line of a diff. */
    String text();

    /** There is none of that name. */
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
     * It is ours and not as it should be. What a suite doesn't speak of stays: actions that somebody switched off, for
     * one.
     */
    record Update(MetricAlarm found, PutMetricAlarmRequest wanted) implements AlarmChange {
        @Override
        public String name() {
            return wanted.alarmName();
        }

        @Override
        public String text() {
            return "~ " + name() + ": " + String.join("; ", AlarmProperties.differences(found, wanted));
        }

        PutMetricAlarmRequest request() {
            return wanted.toBuilder()
                    .actionsEnabled(found.actionsEnabled())
                    .insufficientDataActions(found.insufficientDataActions())
                    .build();
        }
    }

    /** It is ours and as it should be. */
    record Keep(String name) implements AlarmChange {
        @Override
        public String text() {
            return "= " + name;
        }
    }

    /** It is ours and the suite has no use for it. */
    record Remove(String name) implements AlarmChange {
        @Override
        public String text() {
            return "- " + Display.visible(name) + ": no longer in the suite";
        }
    }

    /** It has the name of one of ours and is somebody else's. */
    record Foreign(String name) implements AlarmChange {
        @Override
        public String text() {
            return name + ": an alarm of that name is there and not this suite's; it is left alone";
        }
    }
}
