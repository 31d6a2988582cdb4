// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The nightly job. It reads the raw events of one day, drops duplicates and late arrivals, joins the adverts and writes
 * two partitions:
 *
 * <pre>
 * refined/kpi/dt=2026-01-31/      one row per viewed advert
 * refined/leads/2026/01/31/       one row per lead
 * </pre>
 *
 * The job can run again for the same day: the same events result in the same bytes. Views and leads for unknown adverts
 * are dropped.
 */
final class KpiJob {

    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final int KPI_PARTS = 4;
    private static final int LEADS_PARTS = 2;

    private final RawZone raw;
    private final Target target;

    KpiJob(RawZone raw, Target target) {
        this.raw = raw;
        this.target = target;
    }

    static String kpiFolder(LocalDate date) {
        return "refined/kpi/dt=" + date;
    }

    static String leadsFolder(LocalDate date) {
        return "refined/leads/" + SLASHES.format(date);
    }

    void run(LocalDate date) throws IOException, SQLException {
        Day day = new Day(date);
        try (Scratch scratch = Scratch.create();
                Duck duck = Duck.open()) {
            duck.set("day_start", day.start());
            duck.set("day_end", day.end());
            duck.set("job_start", day.jobStart());
            duck.run("CREATE VIEW raw_adverts AS FROM " + raw.rows("adverts"));
            duck.run("CREATE VIEW raw_views AS FROM " + raw.rows("views", day.arrivals()));
            duck.run("CREATE VIEW raw_leads AS FROM " + raw.rows("leads", day.arrivals()));
            duck.runScript("KpiJob.sql");
            target.publish(new Partition(day, kpiFolder(date), parts(duck, "kpi", KPI_PARTS, scratch)));
            target.publish(new Partition(day, leadsFolder(date), parts(duck, "refined_leads", LEADS_PARTS, scratch)));
        }
    }

    /**
     * Writes a table to Parquet files and returns them, followed by the marker. Rows are sorted, so that each run
     * writes the same bytes.
     */
    private static List<Output> parts(Duck duck, String table, int count, Scratch scratch)
            throws IOException, SQLException {
        List<Output> outputs = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            String name = "part-0000" + part + ".parquet";
            Path file = scratch.file(table + "-" + name);
            duck.writeParquet(
                    "SELECT * FROM %s WHERE advert_id %% %s = %s ORDER BY ALL".formatted(table, count, part), file);
            outputs.add(new Output(name, file));
        }
        outputs.add(new Output(Partition.MARKER, Files.createFile(scratch.file(table + Partition.MARKER))));
        return outputs;
    }
}
