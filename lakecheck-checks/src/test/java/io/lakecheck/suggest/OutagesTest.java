// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static io.lakecheck.suggest.TypicalLake.NOW;
import static io.lakecheck.suggest.TypicalLake.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Tests that an outage in the past does not become the rule in a suggested suite. */
class OutagesTest {

    private final TypicalLake lake = new TypicalLake();

    @Test
    void an_old_folder_does_not_make_days_optional() {
        lake.last(60, ChronoUnit.DAYS, day -> write("kpi/", day));
        write("kpi/", LocalDateTime.parse("2025-07-01T00:00"));

        assertThat(lake.keys()).doesNotContain("absent: ok");
        assertThat(lake.comments()).contains("The longest gap, from dt=2025-07-02 to dt=2025-12-02, is 154 days long.");
    }

    @Test
    void one_outage_does_not_make_days_optional() {
        lake.last(60, ChronoUnit.DAYS, day -> {
            if (day.isBefore(NOW.minusDays(40)) || day.isAfter(NOW.minusDays(23))) {
                write("kpi/", day);
            }
        });

        assertThat(lake.keys()).doesNotContain("absent: ok");
        assertThat(lake.comments()).contains("is 17 days long. It may be an outage");
    }

    @Test
    void consecutive_absent_days_are_named_by_the_first_and_the_last() {
        lake.last(60, ChronoUnit.DAYS, day -> {
            int ago = (int) ChronoUnit.DAYS.between(day, NOW);
            if (ago != 40 && (ago < 20 || ago > 23)) {
                write("kpi/", day);
            }
        });

        assertThat(lake.comments())
                .contains("5 of 60 days have no data: dt=2025-12-23, dt=2026-01-09 to dt=2026-01-12.");
    }

    @Test
    void days_that_were_weekly_at_first_are_not_optional() {
        lake.last(140, ChronoUnit.DAYS, day -> {
            if (day.isAfter(NOW.minusDays(60)) || day.getDayOfWeek() == DayOfWeek.MONDAY) {
                write("kpi/", day);
            }
        });

        assertThat(lake.keys()).doesNotContain("absent: ok");
    }

    @Test
    void an_old_folder_of_each_tenant_does_not_make_days_optional() {
        for (String tenant : new String[] {"a", "b", "c"}) {
            lake.last(60, ChronoUnit.DAYS, day -> write("tenant=" + tenant + "/", day));
            write("tenant=" + tenant + "/", LocalDateTime.parse("2025-07-01T00:00"));
        }

        assertThat(lake.keys()).doesNotContain("absent: ok");
        assertThat(lake.comments()).contains("All 3 datasets were read");
    }

    @Test
    void markers_without_data_in_the_newest_days_are_not_normal() {
        lake.last(30, ChronoUnit.DAYS, day -> {
            if (day.isBefore(NOW.minusDays(6))) {
                write("kpi/", day);
            }
            lake.put("kpi/" + name("'dt='yyyy-MM-dd", day) + "/_SUCCESS", 0, day.plusHours(28));
        });

        assertThat(lake.keys()).doesNotContain("empty: allow");
        assertThat(lake.comments()).contains("The newest partitions contain only their marker: dt=2026-01-27");
    }

    @Test
    void the_newest_date_can_contradict_a_rhythm() {
        for (String date : new String[] {"2025-12-01", "2025-12-15", "2026-01-05"}) {
            write("kpi/", LocalDateTime.parse(date + "T00:00"));
        }

        assertThat(lake.keys()).noneMatch(line -> line.startsWith("every"));
    }

    @Test
    void nothing_is_known_of_the_arrival_of_a_partition_that_has_not_ended() {
        lake.put("kpi/dt=2026-02-01/part", 1000, NOW.minusHours(9));

        assertThat(lake.comments())
                .contains("No partition has been due yet, so the arrival times are unknown. The deadline is a guess.");
    }

    private void write(String folder, LocalDateTime day) {
        lake.put(folder + name("'dt='yyyy-MM-dd", day) + "/part", lake.size(day, 1000), lake.night(day));
    }
}
