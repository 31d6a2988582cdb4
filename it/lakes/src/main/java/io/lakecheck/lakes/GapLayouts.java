// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import static io.lakecheck.lakes.Rhythm.DAILY;

import java.util.List;

/** Data that may be absent, empty or late. */
final class GapLayouts {

    private static final Writing NIGHTLY = Writing.after("PT2H", "PT1H");

    private GapLayouts() {}

    static List<Layout> all() {
        return List.of(
                Layout.of(
                                "refunds",
                                "Days without data that have only a marker",
                                """
                        location: s3://lake/refunds/dt={date}/
                        empty: allow
                        checks: [ recency: { marker: _SUCCESS }, size: { objects: { max: 1 } }, complete: {} ]
                        """,
                                new Job(
                                        Names.of("refunds/dt=%1$tF/part-%2$05d.parquet", 1)
                                                .marker("refunds/dt=%1$tF/_SUCCESS"),
                                        DAILY,
                                        Volume.of(5e4).noise(0.8).idle(0.2),
                                        NIGHTLY))
                        .without(Fault.ALL_EMPTY, "a day without rows is normal"),
                Layout.of(
                                "errors",
                                "Rejected rows, which few days have",
                                """
                        location: s3://lake/errors/dt={date}/
                        absent: ok
                        checks: [ recency: {}, size: { objects: { max: 1 } }, complete: {} ]
                        """,
                                new Job(
                                        Names.of("errors/dt=%1$tF/rejected-%2$d.json", 1),
                                        DAILY.on(from -> from.getDayOfYear() * 7919 % 13 < 3),
                                        Volume.of(2e4).noise(0.8),
                                        NIGHTLY))
                        .without(Fault.MISSING, "a day without errors is normal"),
                Layout.of(
                        "payments",
                        "Stragglers that arrive hours later",
                        """
                        location: s3://lake/payments/dt={date}/
                        """,
                        new Job(
                                Names.of("payments/dt=%1$tF/part-%2$05d-%4$s.parquet", 5),
                                DAILY,
                                Volume.of(6e7),
                                NIGHTLY.late(0.006))));
    }
}
