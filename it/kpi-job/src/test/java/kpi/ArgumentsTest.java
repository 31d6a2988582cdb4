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
    void default_to_an_unbroken_january() throws UsageException {
        assertThat(Arguments.parse("--lake", "lake"))
                .isEqualTo(new Arguments(
                        Path.of("lake"),
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-01-31"),
                        Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void accept_each_fault(Sabotage sabotage) throws UsageException {
        assertThat(Arguments.parse("--lake", "lake", "--break", "dt=2026-01-31:" + sabotage.word())
                        .breakage())
                .contains(new Breakage(LocalDate.parse("2026-01-31"), sabotage));
    }

    @Test
    void accept_none_as_no_breakage() throws UsageException {
        assertThat(Arguments.parse("--lake", "lake", "--break", "none").breakage())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--from 2026-01-01 | required option --lake is missing",
                "--lake | the value of --lake is missing",
                "--lake a --lake b | duplicate option --lake. Remove one of them",
                "--lake a --day 1 | unknown option --day. Valid options: --lake, --from, --to, --break",
                "--lake a --from January | --from: 'January' is not a date. Write it as 2026-01-31",
                "--lake a --from 2026-02-30 | --from: '2026-02-30' is not a date. Write it as 2026-01-31",
                "--lake a --to 2025-12-31 | --to 2025-12-31 is before --from 2026-01-01. Swap them",
                "--lake a --break halved | --break: 'halved' is not a day and a fault. Write it as dt=2026-01-31:halved",
                "--lake a --break dt=2026-01-31:gone | --break: unknown fault 'gone'. Valid faults: empty, halved, doubled",
                "--lake a --break dt=31:halved | --break: '31' is not a date. Write it as 2026-01-31",
                "--lake a --break dt=2026-02-01:late | --break dt=2026-02-01:late is out of range: expected a day from 2026-01-01 to 2026-01-31",
            })
    void name_the_problem_and_the_remedy(String line, String message) {
        assertThatThrownBy(() -> Arguments.parse(line.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }
}
