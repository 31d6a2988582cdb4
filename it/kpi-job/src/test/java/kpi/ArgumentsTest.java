// SPDX-License-Identifier: Apache-2.0
package kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArgumentsTest {

    @Test
    void are_january_unbroken_unless_said() throws UsageException {
        assertThat(Arguments.parse("--lake", "lake"))
                .isEqualTo(new Arguments(
                        Path.of("lake"),
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-01-31"),
                        Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void name_each_sabotage(Sabotage sabotage) throws UsageException {
        assertThat(Arguments.parse("--lake", "lake", "--break", "dt=2026-01-31:" + sabotage.word())
                        .breakage())
                .contains(new Breakage(LocalDate.parse("2026-01-31"), sabotage));
    }

    @Test
    void none_breaks_nothing() throws UsageException {
        assertThat(Arguments.parse("--lake", "lake", "--break", "none").breakage())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from 2026-01-01 | --lake is missing",
                "--lake | --lake has no value",
                "--lake a --lake b | --lake is there twice",
                "--lake a --day 1 | --day is unknown; there are --lake, --from, --to, --break",
                "--lake a --from January | --from January has no date; write it like 2026-01-31",
                "--lake a --from 2026-02-30 | --from 2026-02-30 has no date; write it like 2026-01-31",
                "--lake a --to 2025-12-31 | --to 2025-12-31 is before --from 2026-01-01",
                "--lake a --break halved | --break halved is not a day and a fault; write --break dt=2026-01-31:halved",
                "--lake a --break dt=2026-01-31:gone | --break knows no fault named gone; write one of: empty, halved, doubled",
                "--lake a --break dt=31:halved | --break 31 has no date; write it like 2026-01-31",
                "--lake a --break dt=2026-02-01:late | --break dt=2026-02-01:late is outside 2026-01-01 to 2026-01-31",
            })
    void say_what_is_wrong_and_what_to_write(String line, String message) {
        assertThatThrownBy(() -> Arguments.parse(line.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }
}
