// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.value.Display;
import org.jspecify.annotations.Nullable;

/**
 * Whose an alarm is. Its name tells where to look, but anybody may give an alarm any name: it is a suite's own where
 * the last line of its description says so, with the suite's prefix and namespace.
 *
 * @param prefix with which all names begin
 * @param namespace where the metrics are
 */
record AlarmOwnership(String prefix, String namespace) {

    private static final int LONGEST_NAME = 255;

    /** What CloudWatch takes is 1024; this leaves room for the owner's line. */
    private static final int LONGEST_STORY = 600;

    static AlarmOwnership of(Metrics metrics) {
        return new AlarmOwnership(metrics.alarms().prefix(), metrics.namespace());
    }

    /** What every name of ours begins with. */
    String stem() {
        return prefix + "-";
    }

    /** {@code lakecheck-kpi-daily-size-below}: the same for the same dataset and matter each time. */
    String name(Dataset dataset, String what) {
        String end = "-" + what;
        return stem() + Ascii.unique(dataset.name(), LONGEST_NAME - stem().length() - end.length()) + end;
    }

    String description(String story) {
        String visible = Display.visible(story);
        String cut = visible.codePointCount(0, visible.length()) <= LONGEST_STORY
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_STORY)) + "…";
        return cut + "\n" + mark();
    }

    boolean owns(String name, @Nullable String description) {
        return name.startsWith(stem()) && description != null && description.endsWith("\n" + mark());
    }

    private String mark() {
        return "Kept by lakecheck:alarms as " + prefix + " of " + namespace + ".";
    }
}
