// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            kpi-*          | kpi-daily      | true
            kpi-*          | kpi-           | true
            kpi-*          | a/kpi-daily    | false
            kpi-*          | kpi-a/b        | false
            *              | ""             | true
            *.parquet      | a.parquet      | true
            *.parquet      | aXparquet      | false
            *.parquet      | a.parquet.crc  | false
            a?c            | abc            | true
            a?c            | a/c            | false
            a?c            | ac             | false
            a?c            | a😀c           | true
            😀*            | 😀x            | true
            {😀,b}         | 😀             | true
            **             | a/b/c          | true
            **/c           | c              | true
            **/c           | a/b/c          | true
            **/c           | a/bc           | false
            a/**/c         | a/c            | true
            a/**/c         | a/b/b/c        | true
            a/**           | a/b/c          | true
            a/**           | ab             | false
            **/**/c        | c              | true
            **/**/c        | a/b/c          | true
            a**c           | a/b/c          | true
            {a,b}/*.csv    | b/x.csv        | true
            {a,b}/*.csv    | c/x.csv        | false
            {a,b*}c        | bxxc           | true
            {a,{b,c}}d     | cd             | true
            a,b            | a,b            | true
            a}b            | a}b            | true
            {a,b           | b              | true
            [a]            | [a]            | true
            [a]            | a              | false
            a\\d           | a\\d           | true
            ^a$            | ^a$            | true
            (a)            | (a)            | true
            A              | a              | false
            """)
    void matches_whole_texts(String glob, String text, boolean matches) {
        assertThat(Glob.matches(glob, text)).isEqualTo(matches);
    }

    @Test
    void a_bar_has_no_special_meaning() {
        assertThat(Glob.matches("a|b", "a")).isFalse();
        assertThat(Glob.matches("a|b", "a|b")).isTrue();
    }

    @Test
    void line_breaks_have_no_special_meaning() {
        assertThat(Glob.matches("a**b", "a\n/\rb")).isTrue();
        assertThat(Glob.matches("a*b", "a\nb")).isTrue();
        assertThat(Glob.matches("a?b", "a\nb")).isTrue();
        assertThat(Glob.matches("a", "a\n")).isFalse();
    }

    @Test
    @Timeout(value = 10, unit = SECONDS)
    void many_double_stars_match_quickly() {
        assertThat(Glob.matches("**/".repeat(40) + "x", "a/".repeat(400) + "y")).isFalse();
    }
}
