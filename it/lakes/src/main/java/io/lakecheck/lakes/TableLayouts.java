// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import static io.lakecheck.lakes.Rhythm.DAILY;
import static io.lakecheck.lakes.Rhythm.HOURLY;

import java.util.List;

/** Tables of Hive, Spark and open table formats. */
final class TableLayouts {

    private static final Writing NIGHTLY = Writing.after("PT2H", "PT1H");

    private TableLayouts() {}

    static List<Layout> all() {
        return List.of(
                Layout.of(
                        "orders",
                        "Hive or Spark folders with a marker",
                        """
                        location: s3://lake/orders/dt={date}/
                        checks: [ recency: { marker: _SUCCESS }, size: { each: { min: 1 kB } }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of("orders/dt=%1$tF/part-%2$05d-%4$s.snappy.parquet", 8)
                                        .marker("orders/dt=%1$tF/_SUCCESS"),
                                DAILY,
                                Volume.of(4e8),
                                NIGHTLY)),
                Layout.of(
                        "clicks",
                        "Folders for each hour",
                        """
                        location: s3://lake/clicks/dt={date}/hour={HH}/
                        due: 30m
                        checks: [ recency: { marker: _SUCCESS }, size: { each: { min: 1 kB } }, delta: { deviation: 3 }, complete: { last: 48 } ]
                        """,
                        new Job(
                                Names.of("clicks/dt=%1$tF/hour=%1$tH/part-%2$05d-%4$s.parquet", 2)
                                        .marker("clicks/dt=%1$tF/hour=%1$tH/_SUCCESS"),
                                HOURLY,
                                Volume.of(3e7).night(0.3),
                                Writing.after("PT4M", "PT4M"))),
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
                        "delta",
                        "A Delta table",
                        """
                        location: s3://lake/delta/dt={date}/
                        """,
                        new Job(
                                Names.of("delta/dt=%1$tF/part-%2$05d-%4$s.c000.snappy.parquet", 5)
                                        .others("delta/_delta_log/%1$tY%1$tm%1$td%1$tH.json"),
                                DAILY,
                                Volume.of(6e8),
                                NIGHTLY)),
                Layout.of(
                        "iceberg",
                        "An Iceberg table",
                        """
                        location: s3://lake/iceberg/data/dt={date}/
                        """,
                        new Job(
                                Names.of("iceberg/data/dt=%1$tF/%2$05d-%4$s.parquet", 6)
                                        .others("iceberg/metadata/%1$tY%1$tm%1$td-%4$s.metadata.json"),
                                DAILY,
                                Volume.of(5e8),
                                NIGHTLY)),
                Layout.of(
                        "hudi",
                        "A Hudi table",
                        """
                        location: s3://lake/hudi/{yyyy}/{MM}/{dd}/
                        """,
                        new Job(
                                Names.of("hudi/%1$tY/%1$tm/%1$td/%4$s-%2$04d_0-1-0.parquet", 4)
                                        .others(
                                                "hudi/.hoodie/%1$tY%1$tm%1$td0200.commit",
                                                "hudi/%1$tY/%1$tm/%1$td/.hoodie_partition_metadata"),
                                DAILY,
                                Volume.of(3e8),
                                NIGHTLY)));
    }
}
