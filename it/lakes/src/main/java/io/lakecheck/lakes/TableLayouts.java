// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import static io.lakecheck.lakes.Rhythm.DAILY;
import static io.lakecheck.lakes.Rhythm.HOURLY;

import java.util.List;
import java.util.stream.IntStream;

/** Tables in folders with dates. */
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
                        "visits",
                        "Folders named by Athena, without leading zeros",
                        """
                        location: s3://lake/visits/year={yyyy}/month={M}/day={d}/
                        """,
                        new Job(
                                Names.of("visits/year=%1$tY/month=%10$d/day=%1$te/part-%2$05d-%4$s.parquet", 3),
                                DAILY,
                                Volume.of(8e7),
                                NIGHTLY)),
                Layout.of(
                        "prices",
                        "Folders named after the day on which the job runs",
                        """
                        location: s3://lake/prices/dt={date+1d}/
                        """,
                        new Job(
                                Names.of("prices/dt=%5$tF/part-%2$05d-%4$s.parquet", 3),
                                DAILY,
                                Volume.of(5e7),
                                NIGHTLY)),
                Layout.of(
                        "invoices",
                        "The same table for each tenant",
                        """
                        location: s3://lake/tenant={tenant}/invoices/dt={date}/
                        each: { tenant: "*" }
                        """,
                        IntStream.range(0, 12)
                                .mapToObj(i -> new Job(
                                        Names.of(
                                                "tenant=" + (char) ('a' + i) + "/invoices/dt=%1$tF/part-%2$05d.parquet",
                                                2),
                                        DAILY,
                                        Volume.of(3e7 / (i + 1)),
                                        NIGHTLY))
                                .toArray(Job[]::new)),
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
