// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests datasets that do not have data in every period. */
class RhythmsTest {

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [0, 6, 12, 18] | 0,6,12,18         | 2026-02-01/06
            8-11           | 8,9,10,11         | 2026-02-01/10
            22-1           | 22,23,0,1         | 2026-02-01/01
            """)
    void a_day_can_have_fewer_hours(String hours, String written, String newest) {
        CaseLake.days(9, day -> write(day, written));
        write(LocalDate.parse("2026-02-01"), written);

        assertThat(verify("hours: " + hours))
                .anyMatch(line -> line.startsWith("I kpi " + newest + " recency PASSED: "))
                .anyMatch(line -> line.contains("all of the last 20 hours are complete"));

        lake.delete("lake/2026-01-31/" + two(written.split(",")[1]) + "/part-0");

        assertThat(verify("hours: " + hours))
                .anyMatch(line -> line.contains("1 of the last 20 hours is incomplete: 2026-01-31/"
                        + two(written.split(",")[1]) + " (absent)"));
    }

    @Test
    void a_single_hour_can_be_an_exception() {
        String all = IntStream.range(0, 24)
                .mapToObj(Integer::toString)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        CaseLake.days(2, day -> write(day, all));
        write(LocalDate.parse("2026-02-01"), "0,1,2,3,4,5,6,7,8,9,10");
        lake.delete("lake/2026-01-31/23/part-0");

        assertThat(verify("except: []"))
                .anyMatch(line -> line.contains("1 of the last 20 hours is incomplete: 2026-01-31/23 (absent)"));
        assertThat(verify("except: 2026-01-31T23"))
                .anyMatch(line -> line.contains("all of the last 20 hours are complete"));
    }

    @Test
    void holidays_that_have_run_out_warn() throws IOException {
        Files.writeString(folder.resolve("holidays.txt"), "2025-01-01\n2025-12-25\n");
        CaseLake.days(2, day -> write(day, "20"));

        assertThat(verify("hours: 20, holidays: holidays.txt"))
                .anyMatch(line -> line.startsWith("W kpi 2026-01-31/20 recency WARNED: ")
                        && line.contains("the calendar covers holidays only through 2025-12-31"));
        assertThat(verify("hours: 20, holidays: holidays.txt, validThrough: 2026-12-31"))
                .anyMatch(line -> line.contains(" recency PASSED: "));
    }

    private void write(LocalDate day, String hours) {
        for (String hour : hours.split(",")) {
            lake.put("lake/" + day + "/" + two(hour) + "/part-0", 9000, day + "T" + two(hour) + ":59:00Z");
        }
    }

    private static String two(String hour) {
        return String.format(Locale.ROOT, "%02d", Integer.parseInt(hour));
    }

    private List<String> verify(String key) {
        return lake.verify("{ zone: UTC, due: 30m, datasets: { kpi: { location: 'lake/{date}/{HH}/', " + key
                + ", checks: [ recency: {}, complete: { last: 20, strays: skip } ] } } }");
    }
}
