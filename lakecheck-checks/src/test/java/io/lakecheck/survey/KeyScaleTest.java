// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.value.Utf8Order;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyScaleTest {

    private static final KeyScale COUNTER =
            scale("d/", List.of("d/part-0000", "d/part-0001", "d/part-0031", "d/part-0062"));
    private static final KeyScale HEXADECIMAL =
            scale("", List.of("00a1", "0123", "018f", "02b4", "02c7", "0356", "03d8", "03e9", "04a5", "05f6"));

    @Test
    void digits_that_have_not_changed_yet_count_too() {
        assertThat(COUNTER.top()).isEqualTo(10_000);
        assertThat(COUNTER.number("d/part-1234")).isEqualTo(1234);
        assertThat(COUNTER.key(BigInteger.valueOf(1234), BigInteger.ONE)).isEqualTo("d/part-1234");
    }

    @Test
    void random_identifiers_have_the_same_characters_everywhere() {
        assertThat(HEXADECIMAL.number("8000").multiply(BigInteger.TWO)).isEqualTo(HEXADECIMAL.top());
        assertThat(HEXADECIMAL.key(BigInteger.valueOf(0xC000), BigInteger.valueOf(0x1000)))
                .isEqualTo("c");
    }

    @Test
    void keys_are_as_short_as_the_resolution_allows() {
        assertThat(COUNTER.key(BigInteger.valueOf(1234), BigInteger.valueOf(100)))
                .isEqualTo("d/part-12");
    }

    @Test
    void a_greater_key_never_has_a_smaller_number() {
        List<String> keys = List.of("d/", "d/a", "d/part-", "d/part-0", "d/part-00x", "d/part-1", "d/part-9999", "d/q");

        assertThat(keys.stream().map(COUNTER::number)).isSorted();
        assertThat(COUNTER.number("d/q")).isEqualTo(COUNTER.top());
    }

    @Test
    void keys_with_another_start_do_not_fit() {
        assertThat(COUNTER.fits("d/part-7")).isTrue();
        assertThat(COUNTER.fits("d/hart-7")).isFalse();
        assertThat(COUNTER.fits("d/")).isFalse();
    }

    @Test
    void keys_never_contain_characters_that_servers_may_change() {
        KeyScale percent = scale("", List.of("a%20b1", "a%20b7", "a%20c3"));

        assertThat(percent.key(percent.top().subtract(BigInteger.ONE), BigInteger.ONE))
                .isEqualTo("a%20c9");
        assertThat(percent.end()).contains("a%20c~");
        KeyScale notShared = scale("", List.of("a%20b1", "b%20b7"));
        assertThat(notShared.key(notShared.top().subtract(BigInteger.ONE), BigInteger.ONE))
                .isEqualTo("b");
        for (int character : new int[] {'%', 0, '\n', 0x7F, 0xFFFD, 0xFFFE, 0xFFFF, 0x10FFFF, 0xD800, 0xDFFF}) {
            assertThat(PivotText.isAllowed(character)).as("%x", character).isFalse();
        }
        for (int character : new int[] {' ', 'a', '~', 0xE4, 0xE000, 0x1F600}) {
            assertThat(PivotText.isAllowed(character)).as("%x", character).isTrue();
        }
    }

    @Test
    void names_may_begin_with_a_percent_sign() {
        KeyScale percent = scale("d/", List.of("d/%41-00", "d/%41-09"));

        assertThat(percent.key(BigInteger.valueOf(50), BigInteger.ONE)).isEqualTo("d/%41-50");
        assertThat(percent.middle(new KeyInterval("d/%41-09", Optional.of("d/%41-70"))))
                .hasValueSatisfying(middle -> assertThat(middle).startsWith("d/%41-"));
    }

    @Test
    void a_percent_sign_is_repeated_only_after_the_same_start() {
        KeyScale hours = scale("", List.of("hour=00%3A/0001", "hour=00%3A/0002"));

        assertThat(hours.key(hours.number("hour=00%3A/5000"), BigInteger.ONE)).isEqualTo("hour=00%3A/5000");
        assertThat(hours.key(hours.number("hour=05%3A/5000"), BigInteger.ONE)).isEqualTo("hour=05");
    }

    @Test
    void the_middle_by_bytes_lies_between_the_bounds() {
        KeyInterval interval = new KeyInterval("d/ar", Optional.of("d/zoo"));

        assertThat(COUNTER.middle(interval)).hasValueSatisfying(middle -> assertThat(List.of("d/ar", middle, "d/zoo"))
                .isSortedAccordingTo(Utf8Order.BYTES));
        assertThat(COUNTER.middle(new KeyInterval("d/r", Optional.of("d/r-")))).isEmpty();
    }

    @Test
    void alphabets_are_derived_from_each_position() {
        assertThat(alphabets("f2-d", "f1-b", "f1-c", "f2-d")).containsExactly("f", "0123456789", "-", "bcd");
        assertThat(KeyAlphabets.of(new ObservedKeys(""), "", true)).isEmpty();
    }

    @Test
    void a_part_that_repeats_another_one_stays_as_it_is_near_a_key() {
        assertThat(alphabets("8/log-8-3", "7/log-7-1", "7/log-7-2", "8/log-8-3"))
                .containsExactly("0123456789", "/", "l", "o", "g", "-", "8", "-", "123");
    }

    @Test
    void a_key_after_which_a_page_starts_need_not_exist() {
        ObservedKeys keys = new ObservedKeys("d/");
        keys.add("d/7-99", List.of("d/8-01", "d/8-02"));

        assertThat(keys.havePassed(2)).isTrue();
        assertThat(keys.branchAt(0)).isFalse();
        assertThat(keys.characters(2)).containsExactly('0');
    }

    private static KeyScale scale(String prefix, List<String> sample) {
        return KeyScale.of(observed(prefix, sample), sample.get(sample.size() - 1), true);
    }

    private static List<String> alphabets(String near, String... sample) {
        return KeyAlphabets.of(observed("", List.of(sample)), near, false).stream()
                .map(alphabet -> new String(alphabet, 0, alphabet.length))
                .toList();
    }

    private static ObservedKeys observed(String prefix, List<String> sample) {
        ObservedKeys keys = new ObservedKeys(prefix);
        keys.add("", sample);
        return keys;
    }
}
