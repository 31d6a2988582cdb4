// SPDX-License-Identifier: Apache-2.0
package kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawEventsTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-01-16");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-01-18");

    @TempDir
    private static Path directory;

    private static RawZone raw;
    private static Duck duck;

    @BeforeAll
    static void write() throws Exception {
        raw = new RawZone(directory.resolve("raw"));
        new RawEvents(FRIDAY, SUNDAY).writeTo(raw);
        duck = Duck.open();
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adverts", "views", "leads"})
    void are_the_same_in_each_run(String stream, @TempDir Path elsewhere) throws Exception {
        RawZone again = new RawZone(elsewhere);
        new RawEvents(FRIDAY, SUNDAY).writeTo(again);

        assertThat(count("FROM (FROM %s EXCEPT ALL FROM %s)".formatted(raw.rows(stream), again.rows(stream))))
                .isZero();
        assertThat(count("FROM " + again.rows(stream))).isPositive().isEqualTo(count("FROM " + raw.rows(stream)));
    }

    @Test
    void replace_those_of_an_earlier_run(@TempDir Path elsewhere) throws Exception {
        RawZone twice = new RawZone(elsewhere);
        new RawEvents(FRIDAY, SUNDAY).writeTo(twice);
        new RawEvents(SUNDAY, SUNDAY).writeTo(twice);

        assertThat(count("FROM " + twice.rows("views") + " WHERE happened_at < TIMESTAMP '2026-01-18'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"views", "leads"})
    void are_duplicated_once_in_fifty(String stream) throws SQLException {
        long all = count("FROM " + raw.rows(stream));
        long different = count("FROM (SELECT DISTINCT event_id FROM %s)".formatted(raw.rows(stream)));

        assertThat((double) all / different).isBetween(1.01, 1.03);
    }

    @Test
    void arrive_after_midnight_or_after_the_nightly_job() throws SQLException {
        String fridays = "FROM " + raw.rows("views") + " WHERE happened_at < TIMESTAMP '2026-01-17' AND arrived_at >= ";

        assertThat(count(fridays + "TIMESTAMP '2026-01-17' AND arrived_at < TIMESTAMP '2026-01-17 03:00'"))
                .isPositive();
        assertThat(count(fridays + "TIMESTAMP '2026-01-17 03:00'")).isPositive();
    }

    @Test
    void are_more_on_a_sunday_than_on_a_friday() throws SQLException {
        String views = "FROM " + raw.rows("views") + " WHERE happened_at::DATE = DATE '%s'";

        assertThat((double) count(views.formatted(SUNDAY)) / count(views.formatted(FRIDAY)))
                .isBetween(1.3, 1.5);
    }

    private static long count(String rows) throws SQLException {
        return duck.number("SELECT count(*) " + rows);
    }
}
