// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * The properties that all charts of a dashboard share.
 *
 * @param name the prefix of the suite's alarm names, which must be unique for each suite in an AWS account
 * @param namespace the CloudWatch namespace
 * @param region the AWS region; empty for the data source's default
 * @param zone the time zone that all datasets share; empty if their time zones differ
 * @param at the time at which the dashboard is generated
 */
record DashboardHead(String name, String namespace, Optional<String> region, Optional<ZoneId> zone, Instant at) {

    /** The number of past days that a dashboard shows. */
    static final int DAYS = 30;

    /**
     * The period, in seconds, over which a metric's values are combined into one point. It is the same as the alarms'
     * period, so that each run has a point of its own.
     */
    static final int PERIOD_SECONDS = Math.toIntExact(AlarmRule.RUN_PERIOD.toSeconds());

    String title() {
        return name + ": " + namespace;
    }

    /**
     * Returns an identifier that is the same whenever the dashboard is generated, so that a new version replaces the
     * old one.
     */
    String uid() {
        return UUID.nameUUIDFromBytes((name + "\n" + namespace).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Returns the time zone's offset from UTC without a colon, such as {@code +0100}. */
    String offset() {
        return zone.map(each -> each.getRules().getOffset(at))
                .map(offset ->
                        "Z".equals(offset.getId()) ? "+0000" : offset.getId().replace(":", ""))
                .orElse("+0000");
    }
}
