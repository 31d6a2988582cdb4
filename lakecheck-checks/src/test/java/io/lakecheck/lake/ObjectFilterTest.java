// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_SUCCESS",
                "_committed_123",
                "_started_123",
                "_metadata",
                "_temporary/0/part-0",
                "sub/_temporary/0/task/part-0.parquet",
                ".part-0.crc",
                ".spark-staging-42/dt=2026/part-0",
                "sub/.hidden/part-0",
                "sub/.hidden",
                "sub_$folder$",
                "a/sub_$folder$"
            })
    void ignores_what_tools_write_next_to_data(String path) {
        assertThat(isData(ObjectFilter.DATA, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"part-0.parquet", "sub/part-0", "a_b.c", "sub/a.b_c", "$folder$", "x_$folder$/part-0", "a//b"})
    void keeps_names_that_only_resemble_hidden_ones(String path) {
        assertThat(isData(ObjectFilter.DATA, path)).isTrue();
    }

    @Test
    void ignores_empty_objects_that_represent_folders() {
        assertThat(ObjectFilter.DATA.isData("sub/", 0)).isFalse();
        assertThat(ObjectFilter.DATA.isData("", 0)).as("the partition's own").isFalse();
        assertThat(ObjectFilter.DATA.isData("", 1)).isTrue();
        assertThat(ObjectFilter.DATA.isData("sub/", 1)).isTrue();
        assertThat(ObjectFilter.DATA.isData("sub", 0)).isTrue();
    }

    @Test
    void include_alone_decides_what_is_data() {
        ObjectFilter filter = new ObjectFilter(List.of("*.parquet", "_metadata"), List.of());

        assertThat(isData(filter, "a.parquet")).isTrue();
        assertThat(isData(filter, "_metadata")).isTrue();
        assertThat(isData(filter, "a.csv")).isFalse();
        assertThat(isData(filter, "sub/a.parquet")).isFalse();
    }

    @Test
    void exclude_applies_with_and_without_include() {
        assertThat(isData(new ObjectFilter(List.of(), List.of("**/*.tmp")), "x/a.tmp"))
                .isFalse();
        assertThat(isData(new ObjectFilter(List.of(), List.of("**/*.tmp")), "a.tmp"))
                .isFalse();
        assertThat(isData(new ObjectFilter(List.of(), List.of("**/*.tmp")), "a.parquet"))
                .isTrue();
        assertThat(isData(new ObjectFilter(List.of(), List.of("**/*.tmp")), "_hidden"))
                .isFalse();
        assertThat(isData(new ObjectFilter(List.of("a.*"), List.of("*.tmp")), "a.tmp"))
                .isFalse();
        assertThat(isData(new ObjectFilter(List.of("a.*"), List.of("*.tmp")), "a.csv"))
                .isTrue();
    }

    private static boolean isData(ObjectFilter filter, String path) {
        return filter.isData(path, 1);
    }
}
