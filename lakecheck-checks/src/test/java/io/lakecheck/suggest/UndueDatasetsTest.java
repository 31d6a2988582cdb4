// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static io.lakecheck.suggest.TypicalLake.NOW;
import static io.lakecheck.suggest.TypicalLake.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests suites for datasets in which no partition is due yet. */
class UndueDatasetsTest {

    private final TypicalLake lake = new TypicalLake();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            new/dt=2026-02-01/part-0         | 1 day, which is not due yet     | the first day
            new/2026-02-01/hour=11/part-0    | 1 hour, which is not due yet    | the first hour
            new/2026-W05/part-0              | 1 week, which is not due yet    | the first week
            new/month=2026-02/part-0         | 1 month, which is not due yet   | the first month
            new/2026/02/01/part-0            | 1 day, which is not due yet     | the first day
            kpi/new/dt=2026-02-01/part-0     | 1 day, which is not due yet     | the first day
            """)
    void they_are_comments_until_the_first_partition_is_due(String key, String history, String first) {
        days("kpi");
        lake.put(key, 1000, NOW.minusMinutes(30));

        assertThat(lake.keys()).startsWith("kpi:").noneMatch(line -> line.startsWith("new"));
        assertThat(lake.lines()).contains("  # new:").anyMatch(line -> line.matches("  # +location: .*new.*"));
        assertThat(lake.comments().replace(" # ", " "))
                .contains(history)
                .contains("Until " + first + " is due, this dataset is a comment, because its checks would fail.");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void tenants_of_which_none_has_a_due_partition_are_a_comment() {
        days("kpi");
        for (String tenant : List.of("a", "b", "c")) {
            lake.put("orders/tenant=" + tenant + "/dt=2026-02-01/part-0", 1000, NOW.minusHours(1));
        }

        assertThat(lake.lines()).contains("  # orders:");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void a_dataset_with_one_due_partition_is_checked() {
        lake.put("kpi/dt=2026-01-31/part-0", 1000, NOW.minusHours(10));
        lake.put("kpi/dt=2026-02-01/part-0", 1000, NOW.minusHours(1));

        assertThat(lake.keys()).startsWith("kpi:");
        assertThat(lake.complaints()).isEmpty();
    }

    private void days(String folder) {
        lake.last(
                40,
                ChronoUnit.DAYS,
                day -> lake.put(
                        folder + "/" + name("'dt='yyyy-MM-dd", day) + "/part-0",
                        lake.size(day, 1000),
                        lake.night(day)));
    }
}
