// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTypeTest {

    @Test
    void a_location_longer_than_any_key_is_rejected() {
        assertThat(read("/" + "a".repeat(1016) + "/{date}")).hasSize(1024 + 1);
        assertThatThrownBy(() -> read("/" + "a".repeat(1017) + "/{date}")).hasMessageContainingAll("1025", "1024");
    }

    @Test
    void an_s3_url_is_unchanged() {
        assertThat(read("s3://refined/kpi/dt={date}/")).isEqualTo("s3://refined/kpi/dt={date}/");
        assertThat(read("s3://refined/a//b/../c/dt={date}")).isEqualTo("s3://refined/a//b/../c/dt={date}/");
        assertThat(read("s3://refined")).isEqualTo("s3://refined/");
    }

    @Test
    void a_relative_path_starts_from_the_suites_folder() {
        assertThat(read("lake/kpi/dt={date}/")).isEqualTo("/suite folder/lake/kpi/dt={date}/");
        assertThat(read("./lake/{yyyy}/{MM}")).isEqualTo("/suite folder/lake/{yyyy}/{MM}/");
        assertThat(read("../lake/{date}")).isEqualTo("/lake/{date}/");
        assertThat(read(".")).isEqualTo("/suite folder/");
    }

    @Test
    void an_absolute_path_ignores_the_suites_folder() {
        assertThat(read("/data/kpi/dt={date}/")).isEqualTo("/data/kpi/dt={date}/");
        assertThat(read("/data/../../kpi//{date}")).isEqualTo("/kpi/{date}/");
    }

    @Test
    void a_file_url_is_absolute_or_starts_from_the_suites_folder() {
        assertThat(read("file:/data/kpi/{date}")).isEqualTo("file:/data/kpi/{date}/");
        assertThat(read("file:///data/kpi/{date}")).isEqualTo("file:///data/kpi/{date}/");
        assertThat(read("file:lake/{date}")).isEqualTo("file:/suite%20folder/lake/{date}/");
    }

    @Test
    void names_in_a_file_url_are_decoded_once() {
        assertThat(read("file:/my%20lake/a+b/dt={date}/x%20y%25/")).isEqualTo("file:/my%20lake/a+b/dt={date}/x y%/");
        assertThat(read("file:/100%25/caf%C3%A9%20{date}/")).isEqualTo("file:/100%25/café {date}/");
        assertThat(read("/100%25/day%20{date}/")).isEqualTo("/100%25/day%20{date}/");
    }

    @Test
    void an_invalid_file_url_is_rejected() {
        assertThatThrownBy(() -> read("file:/my lake/{date}/"))
                .hasMessageContainingAll("'file:/my lake/{date}/'", "(Illegal character in path)", "%20");
        assertThatThrownBy(() -> read("file://localhost/data/{date}/"))
                .hasMessageContainingAll("unsupported host", "'file://localhost/data/{date}/'");
    }

    @Test
    void an_invalid_bucket_name_is_rejected() {
        assertThatThrownBy(() -> read("s3://bad_bucket!/kpi/{date}/"))
                .hasMessageContainingAll("bucket name", "'bad_bucket!'");
    }

    @Test
    void two_dots_can_not_cancel_a_date() {
        assertThatThrownBy(() -> read("lake/dt={date}/../")).hasMessageContainingAll("'..'", "dt={date}");
    }

    @Test
    void a_brace_in_the_suites_folder_is_rejected() {
        assertThatThrownBy(() -> LocationType.read("lake/{date}/", "/we{ird", "/we%7Bird"))
                .hasMessageContainingAll("/we{ird", "brace", "%7B");
        assertThat(LocationType.read("file:lake/{date}/", "/we{ird", "/we%7Bird"))
                .hasToString("file:/we%7Bird/lake/{date}/");
    }

    @Test
    void schemes_of_hadoop_and_other_stores_are_rejected() {
        assertThatThrownBy(() -> read("s3a://refined/kpi/"))
                .hasMessageContainingAll("'s3a:'", "Write s3://refined/kpi/");
        assertThatThrownBy(() -> read("gs://refined/kpi/")).hasMessageContainingAll("'gs:'", "s3://");
        assertThatThrownBy(() -> read("hdfs:/kpi/")).hasMessageContainingAll("'hdfs:'", "s3://");
    }

    @Test
    void the_bucket_comes_before_the_dates() {
        assertThatThrownBy(() -> read("s3:refined/kpi")).hasMessageContainingAll("bucket", "'s3:refined/kpi'");
        assertThatThrownBy(() -> read("s3:///kpi")).hasMessageContainingAll("bucket", "'s3:///kpi'");
        assertThatThrownBy(() -> read("s3://kpi-{date}/")).hasMessageContainingAll("bucket", "'s3://kpi-{date}/'");
    }

    @Test
    void a_tilde_is_rejected() {
        assertThatThrownBy(() -> read("~/lake/{date}")).hasMessageContainingAll("'~'", "Write ${HOME}/lake/{date}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C:\\data\\kpi\\dt={date}       | C:/data/kpi/dt={date}/
            c:/data/./kpi/../{date}       | c:/data/{date}/
            D:\\{yyyy}\\{MM}\\{dd}          | D:/{yyyy}/{MM}/{dd}/
            lake\\kpi\\{date}             | C:/suite folder/lake/kpi/{date}/
            ../lake/{date}                | C:/lake/{date}/
            ..\\..\\lake\\{date}           | C:/lake/{date}/
            \\\\server\\share\\kpi\\{date}  | //server/share/kpi/{date}/
            /data/{date}                  | /data/{date}/
            \\data\\{date}                | /data/{date}/
            file:///C:/data/{date}        | file:///C:/data/{date}/
            file:/C:/data/{date}          | file:/C:/data/{date}/
            file:lake/{date}              | file:/C:/suite%20folder/lake/{date}/
            s3://refined/kpi/dt={date}/   | s3://refined/kpi/dt={date}/
            """)
    void on_windows_paths_have_drives_and_backslashes(String text, String location) {
        assertThat(onWindows(text)).isEqualTo(location);
    }

    @Test
    void a_relative_path_on_a_windows_share_stays_on_it() {
        assertThat(LocationType.read("lake\\{date}", "\\\\server\\share\\suite", "//server/share/suite/"))
                .hasToString("//server/share/suite/lake/{date}/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C:data\\{date}               | Write C:/data/{date}
            file:C:/data/{date}          | Write file:///C:/data/{date}
            file://C:/data/{date}        | Write file:///C:/data/{date}
            file:///C:\\data\\{date}      | Write file:///C:/data/{date}
            """)
    void on_windows_a_drive_is_followed_by_its_root(String text, String remedy) {
        assertThatThrownBy(() -> onWindows(text)).hasMessageContainingAll("'" + text + "'", remedy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\data\\kpi\\dt={date}",
                "C:/data/kpi/dt={date}",
                "C:kpi/{date}",
                "file:///C:/data/kpi/dt={date}",
                "file:C:/data/{date}",
                "file://C:/data/{date}"
            })
    void other_systems_have_no_drives(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContainingAll("'" + text + "'", "drive", "/data/kpi/dt={date}/");
    }

    @Test
    void on_other_systems_a_backslash_is_an_ordinary_character() {
        assertThat(read("lake\\kpi/{date}")).isEqualTo("/suite folder/lake\\kpi/{date}/");
    }

    @Test
    void refuses_wildcards_and_dates_without_braces() {
        for (String text :
                new String[] {"lake/*/dt={date}/", "s3://b/run=*-{date}/", "s3://b/dt=YYYY-MM-DD/", "kpi/%Y/"}) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void files_have_no_slash_at_the_end() {
        assertThat(read("lake/kpi_{date}.csv")).isEqualTo("/suite folder/lake/kpi_{date}.csv");
        assertThat(read("file:lake/{date}-*.gz")).isEqualTo("file:/suite%20folder/lake/{date}-*.gz");
        assertThat(read("s3://b/run={date}-*/")).isEqualTo("s3://b/run={date}-*/");
        assertThat(onWindows("lake\\kpi_{date}.csv")).isEqualTo("C:/suite folder/lake/kpi_{date}.csv");
    }

    private static String onWindows(String text) {
        return LocationType.read(text, "C:\\suite folder", "/C:/suite%20folder/")
                .toString();
    }

    private static String read(String text) {
        return LocationType.read(text, Path.of("/suite folder")).toString();
    }
}
