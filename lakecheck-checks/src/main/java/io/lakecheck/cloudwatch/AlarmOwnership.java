// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.value.Display;
import org.jspecify.annotations.Nullable;

/**
 * Decides which alarms belong to a suite. A matching name is not enough, because anyone can choose it: the last line of
 * the alarm's description must also contain the suite's mark, with prefix and namespace.
 *
 * @param prefix start of all alarm names
 * @param namespace namespace of the metrics
 */
record AlarmOwnership(String prefix, String namespace) {

    private static final int LONGEST_NAME = 255;

    /** CloudWatch accepts 1024 characters; this leaves room for the mark. */
    private static final int LONGEST_PROBLEM = 600;

    static AlarmOwnership of(Metrics metrics) {
        return new AlarmOwnership(metrics.alarms().prefix(), metrics.namespace());
    }

    /** Returns the start of all the suite's alarm names. */
    String namePrefix() {
        return prefix + "-";
    }

    /** Returns the name of a dataset's alarm: {@code lakecheck-kpi-daily-size-below}. */
    String name(Dataset dataset, String suffix) {
        String end = "-" + suffix;
        return namePrefix()
                + AsciiEncoder.encodeUnique(
                        dataset.name(), LONGEST_NAME - namePrefix().length() - end.length())
                + end;
    }

    /** Returns a description with the suite's mark. */
    String description(String problem) {
        String visible = Display.visible(problem);
        String cut = visible.codePointCount(0, visible.length()) <= LONGEST_PROBLEM
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_PROBLEM)) + "…";
        return cut + "\n" + mark();
    }

    boolean includes(String name, @Nullable String description) {
        return name.startsWith(namePrefix()) && description != null && description.endsWith("\n" + mark());
    }

    private String mark() {
        return "Managed by lakecheck:alarms with prefix " + prefix + " for namespace " + namespace + ".";
    }
}
