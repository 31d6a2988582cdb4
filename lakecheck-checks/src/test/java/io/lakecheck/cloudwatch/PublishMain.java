// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

/** A program that publishes metrics with only the settings in the environment. {@link CloudWatchAccessTest} runs it. */
final class PublishMain {

    private PublishMain() {}

    /** Prints the notices. */
    public static void main(String[] none) {
        CloudWatchReporter.at(Kpi.CLOCK)
                .report(Kpi.run(Kpi.lake(1), Kpi.daily(Kpi.SIZE)))
                .forEach(notice -> System.out.println(notice.level() + " " + notice.text()));
    }
}
