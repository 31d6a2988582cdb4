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
    void iso_8601_is_accepted_too() {
        assertThat(DurationType.TYPE.value("PT26H")).isEqualTo(Duration.ofHours(26));
        assertThat(DurationType.TYPE.value("P2D")).isEqualTo(Duration.ofDays(2));
        assertThat(DurationType.TYPE.value("P1DT1H1M1S")).isEqualTo(Duration.ofSeconds(90_061));
    }

    @Test
    void zero_needs_no_unit() {
        assertThat(DurationType.TYPE.value("0")).isZero();
        assertThat(DurationType.TYPE.value("0s")).isZero();
    }

    @Test
    void near_misses_are_explained() {
        GrammarAssert.rejected(DurationType.TYPE, "6").contains("'6'", "6h, 6m or 6s");
        GrammarAssert.rejected(DurationType.TYPE, "-6h").contains("'-6h'", "negative", "26h");
        for (String wrong :
                new String[] {"", "h", "P", "PT", "30m1h", "1.5h", "PT0.5S", "-PT1H", "P1M", "6 hours", "1h "}) {
            GrammarAssert.rejected(DurationType.TYPE, wrong).contains("'" + wrong + "'", "a duration such as 26h");
        }
    }

    @Test
    void the_longest_duration_is_ten_years() {
        assertThat(DurationType.TYPE.value("3660d")).isEqualTo(Duration.ofDays(3660));
        GrammarAssert.rejected(DurationType.TYPE, "3660d1s").contains("ten years", "3660d");
        GrammarAssert.rejected(DurationType.TYPE, "999999999d").contains("ten years");
        GrammarAssert.rejected(DurationType.TYPE, "P999999999D").contains("ten years");
    }

    @Test
    void durations_printed_by_java_are_parsed_back() {
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
