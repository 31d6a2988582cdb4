// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {

    @Test
    void keeps_plain_text() {
        assertThat(Display.visible("dt=2026-01-02/pärt 0 %2F+.parquet 😀 日本 <b>&amp;"))
                .isEqualTo("dt=2026-01-02/pärt 0 %2F+.parquet 😀 日本 <b>&amp;");
    }

    @Test
    void escapes_characters_that_hide_text_or_break_lines() {
        assertThat(Display.visible("a\nb\r\tc")).isEqualTo("a\\u{a}b\\u{d}\\u{9}c");
        assertThat(Display.visible("\u001B[31m")).isEqualTo("\\u{1b}[31m");
        assertThat(Display.visible("\u0000\u007F\u0085")).isEqualTo("\\u{0}\\u{7f}\\u{85}");
        assertThat(Display.visible("\u202Ecod.exe\u2066")).isEqualTo("\\u{202e}cod.exe\\u{2066}");
        assertThat(Display.visible("a\u2028b\u2029")).isEqualTo("a\\u{2028}b\\u{2029}");
        assertThat(Display.visible("\uFEFF\u200B")).isEqualTo("\\u{feff}\\u{200b}");
        assertThat(Display.visible("\uD83D")).isEqualTo("\\u{d83d}");
        assertThat(Display.visible("\uDE00x")).isEqualTo("\\u{de00}x");
        assertThat(Display.visible("\uE000")).isEqualTo("\\u{e000}");
        assertThat(Display.visible("\uFFFE")).isEqualTo("\\u{fffe}");
        assertThat(Display.visible(new String(Character.toChars(0xE0001)))).isEqualTo("\\u{e0001}");
    }

    @Test
    void escapes_commands_of_build_servers() {
        assertThat(Display.visible("a ##[error]b ##vso[task.complete]c ###d #e"))
                .isEqualTo("a #\\u{23}[error]b #\\u{23}vso[task.complete]c #\\u{23}#d #e");
    }

    @Test
    void cuts_long_text_in_the_middle() {
        String long301 = "a".repeat(150) + "X" + "b".repeat(150);

        assertThat(Display.visible("a".repeat(300))).hasSize(300);
        assertThat(Display.visible(long301)).isEqualTo("a".repeat(150) + "…" + "b".repeat(150));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.9S, 0 s",
        "PT1S, 1 s",
        "PT-1S, 1 s",
        "PT60S, 1 min",
        "PT61M, 1 h 1 min",
        "PT25H1S, 1 d 1 h 1 s",
        "P3D, 3 d",
        "PT51H4M5S, 2 d 3 h 4 min 5 s"
    })
    void formats_durations_to_the_second(Duration span, String text) {
        assertThat(Display.duration(span)).isEqualTo(text);
    }

    @Test
    void formats_times_in_their_zone_in_every_locale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(Display.moment(Instant.parse("2026-07-01T12:00:00.9Z"), ZoneId.of("Europe/London")))
                    .isEqualTo("2026-07-01 13:00:00 BST");
            assertThat(Display.moment(Instant.parse("2026-10-25T01:30:00Z"), ZoneId.of("Europe/London")))
                    .isEqualTo("2026-10-25 01:30:00 GMT");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void counts_have_a_singular_and_a_plural() {
        assertThat(Display.count(0, "object")).isEqualTo("0 objects");
        assertThat(Display.count(1, "object")).isEqualTo("1 object");
        assertThat(Display.count(2, "object")).isEqualTo("2 objects");
    }

    @Test
    void names_the_first_and_counts_the_others() {
        assertThat(Display.firstOf(3, List.of())).isEmpty();
        assertThat(Display.firstOf(3, List.of("a", "b", "c"))).isEqualTo("a, b, c");
        assertThat(Display.firstOf(2, List.of("a", "b", "c"))).isEqualTo("a, b and 1 more");
        assertThat(Display.firstOf(List.of("a"), 1000)).isEqualTo("a and 999 more");
        assertThat(Display.firstLines(2, List.of("a", "b"))).containsExactly("a", "b");
        assertThat(Display.firstLines(2, List.of("a", "b", "c", "d"))).containsExactly("a", "b", "and 2 more");
    }
}
