// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import static io.lakecheck.lakes.Rhythm.DAILY;

import java.util.List;

/** Names in which the date is followed by something else. */
final class FileLayouts {

    private FileLayouts() {}

    static List<Layout> all() {
        return List.of(
                Layout.of(
                        "kpi",
                        "Nightly exports, with the date in the file name",
                        """
                        location: s3://lake/exports/kpi_{yyyyMMdd}.csv
                        """,
                        new Job(
                                Names.of("exports/kpi_%1$tY%1$tm%1$td.csv", 1),
                                DAILY,
                                Volume.of(2e6),
                                Writing.after("PT1H", "PT40M"))),
                Layout.of(
                        "snowplow",
                        "Snowplow runs, named by the time of the run",
                        """
                        location: s3://lake/enriched/good/run={date+1d}-*/
                        """,
                        new Job(
                                Names.of("enriched/good/run=%5$tF-%9$06d/part-%2$05d-%4$s.gz", 6),
                                DAILY,
                                Volume.of(5e7),
                                Writing.after("PT4H18M", "PT20M"))),
                Layout.of(
                        "features",
                        "Reruns, of which the newest counts",
                        """
                        location: s3://lake/features/run={yyyyMMdd}T*/
                        runs: newest
                        """,
                        new Job(
                                Names.of("features/run=%1$tY%1$tm%1$tdT%9$06d/part-%2$05d.parquet", 4),
                                DAILY,
                                Volume.of(1e8),
                                Writing.after("PT3H", "PT1H").reruns(0.1))),
                Layout.of(
                                "loads",
                                "Several batches a day, each of which is checked",
                                """
                        location: s3://lake/loads/dt={date}/batchid=*/
                        runs: each
                        """,
                                new Job(
                                        Names.of("loads/dt=%1$tF/batchid=%3$s/part-%2$05d-%4$s.parquet", 2)
                                                .evenParts("0615", "0915", "1215"),
                                        DAILY,
                                        Volume.of(9e7),
                                        Writing.after("PT1H", "PT1H")))
                        .without(Fault.PART_MISSING, "the number of batches may vary"));
    }
}
