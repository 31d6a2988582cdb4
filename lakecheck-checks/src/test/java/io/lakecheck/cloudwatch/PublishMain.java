// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

/** Publishes metrics with only the environment's settings. A process of {@link CloudWatchAccessTest}. */
final class PublishMain {

    private PublishMain() {}

    /** Prints the notices. */
    public static void main(String[] none) {
        CloudWatchReporter.at(Kpi.CLOCK)
                .report(Kpi.run(Kpi.lake(1), Kpi.daily(Kpi.SIZE)))
                .forEach(notice -> System.out.println(notice.level() + " " + notice.text()));
    }
}
