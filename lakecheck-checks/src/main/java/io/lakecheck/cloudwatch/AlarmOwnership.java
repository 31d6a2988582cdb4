// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.value.Display;
import org.jspecify.annotations.Nullable;

/**
 * The rule that decides which alarms belong to a suite. A matching name is not enough, because anyone can create an
 * alarm with that name. The last line of the alarm's description must also contain the suite's mark, which consists of
 * the prefix and the namespace.
 *
 * @param prefix the start of all alarm names
 * @param namespace the namespace of the metrics
 */
record AlarmOwnership(String prefix, String namespace) {

    private static final int LONGEST_NAME = 255;

    /**
     * The maximum length, in characters, of the problem in a description. CloudWatch accepts descriptions of up to 1024
     * characters, so this limit leaves room for the mark.
     */
    private static final int LONGEST_PROBLEM = 600;

    static AlarmOwnership of(Metrics metrics) {
        return new AlarmOwnership(metrics.alarms().prefix(), metrics.namespace());
    }

    /** Returns the common prefix of the names of the suite's alarms. */
    String namePrefix() {
        return prefix + "-";
    }

    /** Returns the name of a dataset's alarm, such as {@code lakecheck-kpi-daily-size-below}. */
    String name(Dataset dataset, String suffix) {
        String end = "-" + suffix;
        return namePrefix()
                + AsciiEncoder.encodeUnique(
                        dataset.name(), LONGEST_NAME - namePrefix().length() - end.length())
                + end;
    }

    /** Returns an alarm's description, which ends with the suite's mark. */
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
