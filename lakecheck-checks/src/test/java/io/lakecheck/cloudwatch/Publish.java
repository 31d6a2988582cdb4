// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

/**
 * Publishes with nothing but what the environment says; run in an environment of its own by
 * {@link CloudWatchEndpointTest}.
 */
final class Publish {

    private Publish() {}

    /** Prints what became of it. */
    public static void main(String[] none) {
        CloudWatchReporter.at(Kpi.CLOCK)
                .report(Kpi.run(Kpi.lake(1), Kpi.daily(Kpi.SIZE)))
                .forEach(notice -> System.out.println(notice.level() + " " + notice.text()));
    }
}
