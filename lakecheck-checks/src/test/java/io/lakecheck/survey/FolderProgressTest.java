// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FolderProgressTest {

    @Test
    void counts_pages_since_the_folder_was_entered() {
        FolderProgress inFirst = FolderProgress.NONE.after(List.of("a/1", "a/5"), "a/");
        FolderProgress inSecond = inFirst.after(List.of("a/6", "b/1", "b/2"), "b/");

        assertThat(inFirst).isEqualTo(new FolderProgress("a/1", 1));
        assertThat(inSecond).isEqualTo(new FolderProgress("b/1", 1));
        assertThat(inSecond.after(List.of("b/3"), "b/")).isEqualTo(new FolderProgress("b/1", 2));
    }

    @Test
    void is_long_after_three_pages() {
        assertThat(new FolderProgress("a/1", 2).isLong()).isFalse();
        assertThat(new FolderProgress("a/1", 3).isLong()).isTrue();
        assertThat(new FolderProgress("a/1", 3).another().isLong()).isFalse();
    }

    @Test
    void starts_with_the_first_key_if_folders_are_not_known() {
        assertThat(FolderProgress.NONE.after(List.of("1", "2"), "").after(List.of("3"), ""))
                .isEqualTo(new FolderProgress("1", 2));
    }
}
