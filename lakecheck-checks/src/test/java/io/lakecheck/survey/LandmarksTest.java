// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LandmarksTest {

    private static final List<String> DAYS = List.of("dt=1", "dt=2", "dt=3", "dt=4", "dt=5");

    @Test
    void distances_are_measured_by_what_was_read() {
        assertThat(Landmarks.measured(DAYS, "dt=4/x", 8).pages()).isEqualTo(2);
    }

    @Test
    void landmarks_that_were_hardly_passed_are_not_used() {
        assertThat(Landmarks.measured(DAYS, "dt=1/x", 8)).isSameAs(Landmarks.NONE);
        assertThat(Landmarks.measured(List.of(), "x", 8)).isSameAs(Landmarks.NONE);
    }

    @Test
    void folders_that_were_hardly_passed_are_used_because_they_exist() {
        assertThat(Landmarks.folders(List.of("a/", "b/", "c/"), "a/x", 8).pages())
                .isEqualTo(8);
        assertThat(Landmarks.folders(List.of("a/", "b/", "c/"), "", 8).pages()).isEqualTo(8);
        assertThat(Landmarks.folders(List.of("a/", "b/", "c/"), "b/x", 8).pages())
                .isEqualTo(4);
    }

    @Test
    void a_folder_contains_its_own_keys_only() {
        Landmarks landmarks = new Landmarks(List.of("a/", "b/", "c"), 1);

        assertThat(landmarks.folder("a/x")).isEqualTo("a/");
        assertThat(landmarks.folder("a~")).isEmpty();
        assertThat(landmarks.folder("0")).isEmpty();
        assertThat(landmarks.folder("c/x")).isEmpty();
    }

    @Test
    void only_landmarks_that_divide_an_interval_are_within_it() {
        Landmarks landmarks = new Landmarks(DAYS, 1);

        assertThat(landmarks.within(new KeyInterval("dt=2", Optional.of("dt=4"))))
                .containsExactly("dt=3");
        assertThat(landmarks.within(new KeyInterval("dt=2/x", Optional.of("dt=4/x"))))
                .containsExactly("dt=3", "dt=4");
        assertThat(landmarks.within(new KeyInterval("", Optional.empty()))).isEqualTo(DAYS);
        assertThat(landmarks.within(new KeyInterval("dt=5", Optional.empty()))).isEmpty();
    }
}
