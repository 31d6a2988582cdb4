// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeObjectTest {

    private static final Instant NOON = Instant.parse("2026-01-03T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"", "dt=2026-01-02/part-0", "é/\uD83D\uDE00", "\u0000\n%2F"})
    void an_object_is_the_same_whether_its_key_is_text_or_bytes(String key) {
        LakeObject text = new LakeObject(key, 5, NOON, "etag");
        LakeObject bytes = LakeObject.utf8(key.getBytes(StandardCharsets.UTF_8), 5, NOON, "etag");

        assertThat(bytes.key()).isEqualTo(key);
        assertThat(bytes).isEqualTo(text).hasSameHashCodeAs(text).hasToString(text.toString());
    }

    @Test
    void invalid_bytes_in_a_key_are_replaced() {
        assertThat(LakeObject.utf8(new byte[] {'a', (byte) 0xFF}, 5, NOON, "").key())
                .isEqualTo("a\uFFFD");
    }

    @Test
    void objects_that_differ_in_any_property_are_not_equal() {
        LakeObject object = new LakeObject("part-0", 5, NOON, "etag");

        assertThat(object)
                .isNotEqualTo(new LakeObject("part-1", 5, NOON, "etag"))
                .isNotEqualTo(new LakeObject("part-0", 6, NOON, "etag"))
                .isNotEqualTo(new LakeObject("part-0", 5, NOON.plusSeconds(1), "etag"))
                .isNotEqualTo(new LakeObject("part-0", 5, NOON, "other"));
    }

    @Test
    void times_are_whole_seconds() {
        assertThat(new LakeObject("part-0", 5, NOON.plusNanos(1), "").modified())
                .isEqualTo(NOON);
    }

    @Test
    void printed_keys_are_safe() {
        assertThat(new LakeObject("\u001B[31m", 5, NOON, "").toString()).doesNotContain("\u001B");
    }
}
