// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DurationTypeTest {

    @Test
    void days_hours_minutes_and_seconds_are_added_up() {
        assertThat(DurationType.TYPE.value("26h")).isEqualTo(Duration.ofHours(26));
        assertThat(DurationType.TYPE.value("90m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(DurationType.TYPE.value("30s")).isEqualTo(Duration.ofSeconds(30));
        assertThat(DurationType.TYPE.value("2d")).isEqualTo(Duration.ofDays(2));
        assertThat(DurationType.TYPE.value("1h30m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(DurationType.TYPE.value("1d 2h 3m 4s")).isEqualTo(Duration.ofSeconds(93_784));
    }

    @Test
    void iso_8601_is_taken_too() {
        assertThat(DurationType.TYPE.value("PT26H")).isEqualTo(Duration.ofHours(26));
        assertThat(DurationType.TYPE.value("P2D")).isEqualTo(Duration.ofDays(2));
        assertThat(DurationType.TYPE.value("P1DT1H1M1S")).isEqualTo(Duration.ofSeconds(90_061));
    }

    @Test
    void nothing_needs_no_unit() {
        assertThat(DurationType.TYPE.value("0")).isZero();
        assertThat(DurationType.TYPE.value("0s")).isZero();
    }

    @Test
    void what_is_nearly_a_duration_is_told_how_to_become_one() {
        Reads.refused(DurationType.TYPE, "6").isEqualTo("'6' is no duration; it has no unit; write 6h, 6m or 6s");
        Reads.refused(DurationType.TYPE, "-6h")
                .isEqualTo(
                        "'-6h' is no duration; it is never negative; write a duration such as 26h, 90m, 1h30m, 2d or PT26H");
        for (String wrong :
                new String[] {"", "h", "P", "PT", "30m1h", "1.5h", "PT0.5S", "-PT1H", "P1M", "6 hours", "1h "}) {
            Reads.refused(DurationType.TYPE, wrong)
                    .contains("is no duration; ")
                    .contains("write a duration such as 26h");
        }
    }

    @Test
    void ten_years_are_the_most() {
        assertThat(DurationType.TYPE.value("3660d")).isEqualTo(Duration.ofDays(3660));
        Reads.refused(DurationType.TYPE, "3660d1s").endsWith("is longer than ten years; write at most 3660d");
        Reads.refused(DurationType.TYPE, "999999999d").contains("is longer than ten years");
        Reads.refused(DurationType.TYPE, "P999999999D").contains("is longer than ten years");
    }

    @Test
    void what_java_writes_is_read_as_it_was_meant() {
        Random random = new Random(20260102);
        for (int i = 0; i < 10_000; i++) {
            Duration duration = Duration.ofSeconds(random.nextInt(3660 * 86_400));
            String written = duration.toDays() + "d" + duration.toHoursPart() + "h" + duration.toMinutesPart() + "m"
                    + duration.toSecondsPart() + "s";

            assertThat(DurationType.TYPE.value(duration.toString())).isEqualTo(duration);
            assertThat(DurationType.TYPE.value(written)).isEqualTo(duration);
        }
    }
}
