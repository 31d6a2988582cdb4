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
    void a_location_longer_than_any_key_is_refused_before_it_is_read() {
        assertThat(read("/" + "a".repeat(1016) + "/{date}")).hasSize(1024 + 1);
        assertThatThrownBy(() -> read("/" + "a".repeat(1017) + "/{date}"))
                .hasMessage("a location of 1025 characters is longer than any key on S3");
    }

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
    void of_a_file_address_all_names_are_decoded_once() {
        assertThat(read("file:/my%20lake/a+b/dt={date}/x%20y%25/")).isEqualTo("file:/my%20lake/a+b/dt={date}/x y%/");
        assertThat(read("file:/100%25/caf%C3%A9%20{date}/")).isEqualTo("file:/100%25/café {date}/");
        assertThat(read("/100%25/day%20{date}/")).isEqualTo("/100%25/day%20{date}/");
    }

    @Test
    void what_is_no_file_address_is_told_where_it_is_written() {
        assertThatThrownBy(() -> read("file:/my lake/{date}/"))
                .hasMessage("'file:/my lake/{date}' is no address (Illegal character in path)");
        assertThatThrownBy(() -> read("file://localhost/data/{date}/")).hasMessageEndingWith("names a server");
    }

    @Test
    void no_bucket_has_such_a_name() {
        assertThatThrownBy(() -> read("s3://bad_bucket!/kpi/{date}/"))
                .hasMessage("no bucket can be called 'bad_bucket!'");
    }

    @Test
    void a_date_is_not_taken_out_again() {
        assertThatThrownBy(() -> read("lake/dt={date}/../")).hasMessage("'..' takes dt={date} out again");
    }

    @Test
    void braces_of_the_suites_own_folder_are_no_dates() {
        assertThatThrownBy(() -> LocationType.read("lake/{date}/", "/we{ird", "/we%7Bird"))
                .hasMessageContaining("has a brace in its name");
        assertThat(LocationType.read("file:lake/{date}/", "/we{ird", "/we%7Bird"))
                .hasToString("file:/we%7Bird/lake/{date}/");
    }

    @Test
    void what_hadoop_and_others_call_a_lake_is_told_apart() {
        assertThatThrownBy(() -> read("s3a://refined/kpi/"))
                .isInstanceOfSatisfying(InvalidValueException.class, refusal -> assertThat(refusal.remedy())
                        .isEqualTo("write s3://refined/kpi/"));
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
                .isInstanceOfSatisfying(InvalidValueException.class, refusal -> assertThat(refusal.remedy())
                        .isEqualTo("write ${HOME}/lake/{date}"));
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
    void a_suite_on_a_windows_share_finds_its_lake_beside_it() {
        assertThat(LocationType.read("lake\\{date}", "\\\\server\\share\\suite", "//server/share/suite/"))
                .hasToString("//server/share/suite/lake/{date}/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C:data\\{date}               | begins with a drive but not at its root | write C:/data/{date}
            file:C:/data/{date}          | is not how an address names a drive     | write file:///C:/data/{date}
            file://C:/data/{date}        | is not how an address names a drive     | write file:///C:/data/{date}
            file:///C:\\data\\{date}      | is not how an address names a drive     | write file:///C:/data/{date}
            """)
    void on_windows_a_drive_is_written_with_its_root(String text, String what, String remedy) {
        assertThatThrownBy(() -> onWindows(text)).isInstanceOfSatisfying(InvalidValueException.class, refusal -> {
            assertThat(refusal).hasMessageContaining(what);
            assertThat(refusal.remedy()).isEqualTo(remedy);
        });
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
    void elsewhere_there_are_no_drives(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(InvalidValueException.class, refusal -> {
            assertThat(refusal).hasMessage("'" + text + "' begins with a drive, and there are none here");
            assertThat(refusal.remedy()).isEqualTo("write a path such as /data/kpi/dt={date}/");
        });
    }

    @Test
    void elsewhere_a_backslash_is_a_letter() {
        assertThat(read("lake\\kpi/{date}")).isEqualTo("/suite folder/lake\\kpi/{date}/");
    }

    private static String onWindows(String text) {
        return LocationType.read(text, "C:\\suite folder", "/C:/suite%20folder/")
                .toString();
    }

    private static String read(String text) {
        return LocationType.read(text, Path.of("/suite folder")).toString();
    }
}
