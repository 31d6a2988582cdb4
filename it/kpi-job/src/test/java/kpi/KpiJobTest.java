// SPDX-License-Identifier: Apache-2.0
package kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KpiJobTest {

    private static final LocalDate DATE = LocalDate.parse("2026-01-17");

    /**
     * An SQL condition for the events of a day in London that arrived by 03:00 on the next day. Unlike the job, it
     * relies on DuckDB's own time zones.
     */
    private static final String IN_TIME = """
      FROM %s WHERE (happened_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London')::DATE = DATE '%s'
      AND (arrived_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London') < TIMESTAMP '%s 03:00'
      """;

    @TempDir
    private static Path directory;

    private static RawZone raw;
    private static Duck duck;

    @BeforeAll
    static void run() throws Exception {
        raw = new RawZone(directory.resolve("raw"));
        new RawEvents(DATE.minusDays(1), DATE.plusDays(1)).writeTo(raw);
        new KpiJob(raw, LocalLake.in(directory)).run(DATE);
        duck = Duck.open();
        duck.run("CREATE VIEW kpi AS FROM " + files(directory.resolve(KpiJob.kpiFolder(DATE))));
        duck.run("CREATE VIEW leads AS FROM " + files(directory.resolve(KpiJob.leadsFolder(DATE))));
        duck.run("CREATE VIEW adverts AS FROM " + raw.rows("adverts"));
        duck.run("CREATE VIEW views AS " + IN_TIME.formatted(raw.rows("views"), DATE, DATE.plusDays(1)));
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    @Test
    void counts_each_view_once() throws SQLException {
        String known = " FROM views WHERE advert_id IN (SELECT advert_id FROM adverts)";

        assertThat(duck.number("SELECT sum(views) FROM kpi"))
                .isEqualTo(duck.number("SELECT count(DISTINCT event_id)" + known))
                .isLessThan(duck.number("SELECT count(*)" + known));
    }

    @Test
    void counts_views_visitors_and_seconds_of_each_advert() throws SQLException {
        String expected = """
        SELECT advert_id, count(*), count(DISTINCT visitor), sum(seconds)
        FROM (SELECT DISTINCT event_id, advert_id, visitor, seconds FROM views) GROUP BY advert_id
        """;

        assertThat(duck.number("SELECT count(*) FROM (SELECT advert_id, views, visitors, seconds FROM kpi EXCEPT "
                        + expected + ")"))
                .isZero();
    }

    @Test
    void drops_events_that_arrived_after_its_start() throws SQLException {
        String anyArrival = "FROM (SELECT DISTINCT event_id, advert_id FROM %s WHERE happened_at::DATE = DATE '%s')";

        assertThat(duck.number("SELECT sum(views) FROM kpi"))
                .isLessThan(duck.number("SELECT count(*) %s WHERE advert_id IN (SELECT advert_id FROM adverts)"
                        .formatted(anyArrival.formatted(raw.rows("views"), DATE))));
    }

    @Test
    void drops_unknown_adverts() throws SQLException {
        assertThat(duck.number("SELECT count(*) FROM views WHERE advert_id NOT IN (SELECT advert_id FROM adverts)"))
                .isPositive();
        assertThat(duck.number("SELECT count(*) FROM kpi WHERE advert_id NOT IN (SELECT advert_id FROM adverts)"))
                .isZero();
    }

    @Test
    void uses_the_price_at_the_end_of_the_day() throws SQLException {
        String last = """
        SELECT advert_id, arg_max(price, happened_at) AS price FROM adverts
        WHERE happened_at < TIMESTAMP '2026-01-18' GROUP BY advert_id
        """;

        assertThat(duck.number(
                        "SELECT count(*) FROM kpi JOIN (%s) AS last USING (advert_id) WHERE kpi.price = last.price"
                                .formatted(last)))
                .isEqualTo(duck.number("SELECT count(*) FROM kpi"));
        assertThat(duck.number(
                        "SELECT count(*) FROM kpi JOIN adverts USING (advert_id) WHERE kpi.price <> adverts.price"))
                .as("adverts with an earlier or later price")
                .isPositive();
    }

    @Test
    void lists_each_lead_that_it_counts() throws SQLException {
        assertThat(duck.number("SELECT count(*) FROM leads"))
                .isEqualTo(duck.number("SELECT count(DISTINCT lead_id) FROM leads"))
                .isGreaterThanOrEqualTo(duck.number("SELECT sum(leads) FROM kpi"))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29", "2026-07-31", "2026-10-25"})
    void uses_the_london_day_when_utc_differs(LocalDate date, @TempDir Path lake) throws Exception {
        RawZone year = new RawZone(lake.resolve("raw"));
        new RawEvents(date.minusDays(1), date.plusDays(1)).writeTo(year);
        new KpiJob(year, LocalLake.in(lake)).run(date);

        assertThat(duck.number("SELECT sum(views) FROM " + files(lake.resolve(KpiJob.kpiFolder(date)))))
                .isEqualTo(duck.number("SELECT count(DISTINCT event_id) %s AND advert_id < 9000000"
                        .formatted(IN_TIME.formatted(year.rows("views"), date, date.plusDays(1)))));
    }

    @Test
    void writes_the_same_bytes_in_each_run(@TempDir Path elsewhere) throws Exception {
        new KpiJob(raw, LocalLake.in(elsewhere)).run(DATE);

        Path refined = directory.resolve("refined");
        try (Stream<Path> files = Files.walk(refined)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(8).allSatisfy(file -> assertThat(
                            elsewhere.resolve("refined").resolve(refined.relativize(file)))
                    .hasSameBinaryContentAs(file));
        }
    }

    @Test
    void writes_the_marker_last() throws Exception {
        List<Partition> published = new ArrayList<>();
        new KpiJob(raw, published::add).run(DATE);

        assertThat(published)
                .extracting(Partition::folder)
                .containsExactly("refined/kpi/dt=2026-01-17", "refined/leads/2026/01/17");
        assertThat(published).allSatisfy(partition -> assertThat(partition.outputs())
                .last()
                .extracting(Output::name)
                .isEqualTo("_SUCCESS"));
    }

    @Test
    void writes_nothing_for_a_day_without_raw_events(@TempDir Path lake) {
        KpiJob job = new KpiJob(raw, LocalLake.in(lake));

        assertThatThrownBy(() -> job.run(LocalDate.parse("2025-01-17")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("arrived=2025-01-17");
        assertThat(lake).isEmptyDirectory();
    }

    private static String files(Path folder) {
        return "read_parquet(" + Duck.text(folder + "/*.parquet") + ")";
    }
}
