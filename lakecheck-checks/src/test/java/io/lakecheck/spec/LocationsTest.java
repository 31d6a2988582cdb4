// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LocationsTest {

    @Test
    void s3_stays_as_it_is() {
        assertThat(read("s3://refined/kpi/dt={date}/")).isEqualTo("s3://refined/kpi/dt={date}/");
        assertThat(read("s3://refined/a//b/../c/dt={date}")).isEqualTo("s3://refined/a//b/../c/dt={date}/");
        assertThat(read("s3://refined")).isEqualTo("s3://refined/");
    }

    @Test
    void a_relative_path_is_found_from_the_suites_folder() {
        assertThat(read("lake/kpi/dt={date}/")).isEqualTo("/suite folder/lake/kpi/dt={date}/");
        assertThat(read("./lake/{yyyy}/{MM}")).isEqualTo("/suite folder/lake/{yyyy}/{MM}/");
        assertThat(read("../lake/{date}")).isEqualTo("/lake/{date}/");
        assertThat(read(".")).isEqualTo("/suite folder/");
    }

    @Test
    void an_absolute_path_is_its_own() {
        assertThat(read("/data/kpi/dt={date}/")).isEqualTo("/data/kpi/dt={date}/");
        assertThat(read("/data/../../kpi//{date}")).isEqualTo("/kpi/{date}/");
    }

    @Test
    void a_file_address_is_absolute_or_found_from_the_suites_folder() {
        assertThat(read("file:/data/kpi/{date}")).isEqualTo("file:/data/kpi/{date}/");
        assertThat(read("file:///data/kpi/{date}")).isEqualTo("file:///data/kpi/{date}/");
        assertThat(read("file:lake/{date}")).isEqualTo("file:/suite%20folder/lake/{date}/");
    }

    @Test
    void what_hadoop_and_others_call_a_lake_is_told_apart() {
        assertThatThrownBy(() -> read("s3a://refined/kpi/"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.remedy()).isEqualTo("write s3://refined/kpi/"));
        assertThatThrownBy(() -> read("gs://refined/kpi/")).hasMessage("'gs:' is no lake that can be listed");
        assertThatThrownBy(() -> read("hdfs:/kpi/")).hasMessage("'hdfs:' is no lake that can be listed");
    }

    @Test
    void a_bucket_is_named_before_the_dates() {
        assertThatThrownBy(() -> read("s3:refined/kpi")).hasMessage("'s3:refined/kpi' names no bucket");
        assertThatThrownBy(() -> read("s3:///kpi")).hasMessage("'s3:///kpi' names no bucket");
        assertThatThrownBy(() -> read("s3://kpi-{date}/")).hasMessage("'s3://kpi-{date}/' names no bucket");
    }

    @Test
    void a_home_folder_is_the_shells_word() {
        assertThatThrownBy(() -> read("~/lake/{date}"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.remedy()).isEqualTo("write ${HOME}/lake/{date}"));
    }

    private static String read(String text) {
        return Locations.read(text, Path.of("/suite folder")).toString();
    }
}
