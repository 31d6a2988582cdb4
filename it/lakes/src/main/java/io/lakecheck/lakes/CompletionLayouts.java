// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import static io.lakecheck.lakes.Rhythm.DAILY;

import java.util.List;

/** Data with markers, parts or flags, which show whether it is complete. */
final class CompletionLayouts {

    private static final Writing NIGHTLY = Writing.after("PT2H", "PT1H");

    private CompletionLayouts() {}

    static List<Layout> all() {
        return List.of(
                Layout.of(
                        "sales",
                        "Parts by country",
                        """
                        location: s3://lake/sales/dt={date}/
                        parts: { country: [DE, FR, GB, US] }
                        """,
                        new Job(
                                Names.of("sales/dt=%1$tF/country=%3$s/part-%2$05d-%4$s.parquet", 2)
                                        .parts("US", "DE", "GB", "FR"),
                                DAILY,
                                Volume.of(2e8),
                                NIGHTLY)),
                Layout.of(
                        "baskets",
                        "A marker in each part",
                        """
                        location: s3://lake/baskets/dt={date}/
                        parts: { country: as before }
                        checks: [ recency: { marker: country=*/_SUCCESS }, size: { each: { min: 1 kB } }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of("baskets/dt=%1$tF/country=%3$s/part-%2$05d-%4$s.parquet", 2)
                                        .marker("baskets/dt=%1$tF/country=%3$s/_SUCCESS")
                                        .parts("US", "DE", "GB", "FR", "IT"),
                                DAILY,
                                Volume.of(9e7),
                                NIGHTLY)),
                Layout.of(
                        "stores",
                        "A marker at the table's root, as Spark writes it",
                        """
                        location: s3://lake/stores/dt={date}/
                        checks: [ recency: { marker: ../_SUCCESS }, size: { each: { min: 1 kB } }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of("stores/dt=%1$tF/part-%2$05d-%4$s.parquet", 4)
                                        .marker("stores/_SUCCESS"),
                                DAILY,
                                Volume.of(9e7),
                                NIGHTLY)),
                Layout.of(
                        "journal",
                        "Markers of Databricks, with names that vary",
                        """
                        location: s3://lake/journal/dt={date}/
                        checks: [ recency: { marker: _committed_* }, size: { each: { min: 1 kB } }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of("journal/dt=%1$tF/part-%2$05d-%4$s.parquet", 4)
                                        .marker("journal/dt=%1$tF/_committed_%4$s"),
                                DAILY,
                                Volume.of(9e7),
                                NIGHTLY)),
                Layout.of(
                        "stock",
                        "Markers in a folder of their own",
                        """
                        location: s3://lake/stock/dt={date}/
                        checks: [ recency: { marker: "s3://lake/flags/stock/{date}.done" }, size: { each: { min: 1 kB } }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of("stock/dt=%1$tF/part-%2$05d-%4$s.parquet", 3)
                                        .marker("flags/stock/%1$tF.done"),
                                DAILY,
                                Volume.of(1e8),
                                NIGHTLY)),
                Layout.of(
                        "report",
                        "Files in a folder for each month, with a marker next to each",
                        """
                        location: s3://lake/reports/{yyyy}/{MM}/report_{yyyyMMdd}.csv
                        checks: [ recency: { marker: "report_{yyyyMMdd}.csv.done" }, size: { min: 1 kB }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of("reports/%1$tY/%1$tm/report_%1$tY%1$tm%1$td.csv", 1)
                                        .marker("reports/%1$tY/%1$tm/report_%1$tY%1$tm%1$td.csv.done"),
                                DAILY,
                                Volume.of(8e6),
                                Writing.after("PT3H", "PT1H"))),
                Layout.of(
                        "ledger",
                        "A flag that the job removes at its end",
                        """
                        location: s3://lake/ledger/dt={date}/
                        checks: [ recency: { absent: INCOMPLETE }, size: { each: { min: 1 kB } }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of("ledger/dt=%1$tF/part-%2$05d.parquet", 4)
                                        .flag("ledger/dt=%1$tF/INCOMPLETE"),
                                DAILY,
                                Volume.of(7e7),
                                NIGHTLY)));
    }
}
