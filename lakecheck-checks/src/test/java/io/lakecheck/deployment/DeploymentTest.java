// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lakecheck.GeneratedFile;
import io.lakecheck.Suite;
import io.lakecheck.spec.SuiteFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTest {

    private static final String SUITE = """
            zone: Europe/London
            notify: { sns: "arn:aws:sns:eu-west-1:123456789012:data-team" }
            cloudwatch:
              namespace: ATUK/Lambda
              alarms: { actions: { alarm: "arn:aws:sns:eu-west-1:123456789012:data-team" } }
            datasets:
              kpi-daily:
                location: s3://refined/kpi/dt={date}/
                due: 6h
                days: weekdays
                checks: [ recency: { marker: _SUCCESS, grace: 30m }, size: { min: 195 kB } ]
              leads:
                location: s3://refined/leads/{yyyy}/{MM}/
                due: 3d
                checks: [ recency: { quiet: 10m } ]
            """;

    @TempDir
    Path folder;

    private Suite suite(String yaml) throws IOException {
        return SuiteFile.read(Files.writeString(folder.resolve("lakecheck.yml"), yaml), name -> Optional.empty());
    }

    private String json(String yaml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deployment.of(suite(yaml), Instant.parse("2026-01-03T07:00:00Z")).writeTo(out);
        String json = out.toString(StandardCharsets.UTF_8);
        try (InputStream schema = Deployment.class.getResourceAsStream("/io/lakecheck/deployment.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(json, InputFormat.JSON))
                    .as(json)
                    .isEmpty();
        }
        return json;
    }

    private String dataset(String keys) throws IOException {
        return json("datasets: { d: { " + keys + " } }");
    }

    /** The file is also the suite of the Terraform module's tests. Its texts are pinned elsewhere. */
    @Test
    void is_as_agreed() throws IOException {
        GeneratedFile.check(
                Path.of("../lakecheck-lambda/terraform/tests/suite/lakecheck/deployment.json"),
                json(SUITE).replaceAll("\"(markdown|title|label|description)\" : \".*\"", "\"$1\" : \"text\""));
    }

    @ParameterizedTest(name = "{0} due {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    {date}/         | 6h           | cron(0 6 * * ? *)
                    {date}/         | 90s          | cron(2 0 * * ? *)
                    {date}/         | 30h          | cron(0 6 * * ? *)
                    {date}/{HH}/    | 20m          | cron(20 * * * ? *)
                    {YYYY-'W'ww}/   | 6h           | cron(0 6 ? * MON *)
                    {YYYY-'W'ww}/   | 6h           | cron(0 6 ? * SUN,TUE-SAT *)
                    {YYYY-'W'ww}/   | 30h          | cron(0 6 ? * TUE *)
                    {yyyy-MM}/      | 6h           | cron(0 6 1 * ? *)
                    {yyyy-MM}/      | 6h           | cron(0 6 2-31 * ? *)
                    {yyyy-MM}/      | 54h          | cron(0 6 3 * ? *)
                    {yyyy-MM}/      | 54h          | cron(0 6 1-2,4-31 * ? *)
                    {yyyy-MM}/      | 30d          | cron(0 0 * * ? *)
                    """)
    void checks_start_at_the_deadline(String template, String due, String expression) throws IOException {
        assertThat(dataset("location: \"s3://refined/d/" + template + "\", due: " + due
                        + ", checks: [ size: { min: 1 } ]"))
                .contains("\"" + expression + "\"");
    }

    @Test
    void partitions_of_some_minutes_are_checked_as_often() throws IOException {
        String text = dataset("location: \"s3://refined/d/{date}/{HHmm}/\", period: 15m, due: 20m, days: weekdays,"
                + " checks: [ size: { min: 1 } ]");

        assertThat(text).contains("\"cron(5/15 * ? * MON-SAT *)\"", "\"mon-sat-every-15m-05-UTC\"");
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    period: 15m | due: 5m     | days: weekdays, zone: "+01:00" | cron(5/15 * ? * SUN-FRI *)
                    period: 15m | due: 23h30m | days: mon                      | cron(0/15 * ? * MON,TUE *)
                    period: 15m | due: 23h45m | days: mon                      | cron(0/15 * ? * TUE *)
                    period: 1m  | due: 0s     | days: mon, zone: "+00:01"      | cron(0/1 * ? * MON *)
                    """)
    void the_first_minutes_after_a_day_off_are_checked(String period, String due, String days, String expression)
            throws IOException {
        assertThat(dataset("location: \"s3://refined/d/{date}/{HHmm}/\", " + String.join(", ", period, due, days)
                        + ", checks: [ size: { min: 1 } ]"))
                .contains("\"" + expression + "\"");
    }

    @Test
    void grace_postpones_the_check() throws IOException {
        assertThat(dataset("location: \"s3://refined/d/{date}/\", due: 23h50m, checks: [ recency: { grace: 30m } ]"))
                .contains("cron(20 0 * * ? *)");
    }

    @ParameterizedTest(name = "{0} due {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    {date}/      | 6h  | weekdays   | cron(0 6 ? * TUE-SAT *)
                    {date}/      | 30h | weekdays   | cron(0 6 ? * SUN,WED-SAT *)
                    {date}/      | 6h  | [mon, wed] | cron(0 6 ? * TUE,THU *)
                    {date}/{HH}/ | 20m | weekdays   | cron(20 * ? * MON-SAT *)
                    {date}/      | 6h  | first monday | cron(0 6 ? * TUE *)
                    {yyyy}-Q{Q}/ | 2d  | daily      | cron(0 0 3 * ? *)
                    {yyyy}/      | 6h  | daily      | cron(0 6 1 * ? *)
                    {date}/      | 6h  | last workday | cron(0 6 ? * TUE-SAT *)
                    {date}/      | 6h  | last day     | cron(0 6 * * ? *)
                    """)
    void checks_follow_the_expected_days(String template, String due, String days, String expression)
            throws IOException {
        assertThat(dataset("location: \"s3://refined/d/" + template + "\", due: " + due + ", days: " + days
                        + ", checks: [ size: { min: 1 } ]"))
                .contains("\"" + expression + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Europe/London, cron(0 6 * * ? *), Europe/London",
        "Z, cron(0 6 * * ? *), UTC",
        "'+05:30', cron(30 0 * * ? *), UTC",
        "'-03:00', cron(0 9 * * ? *), UTC"
    })
    void schedules_have_the_name_of_a_time_zone(String zone, String expression, String expected) throws IOException {
        assertThat(dataset("location: \"s3://refined/d/{date}/\", zone: \"" + zone
                        + "\", due: 6h, checks: [ size: { min: 1 } ]"))
                .contains("\"" + expression + "\"", "\"zone\" : \"" + expected + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    kpi/dt={date}/            | recency: { marker: _SUCCESS } | kpi/dt=*/_SUCCESS     | kpi/*
                    kpi/{yyyy}/{MM}/{dd}/     | recency: { marker: _SUCCESS } | kpi/*/*/*/_SUCCESS    | kpi/*
                    kpi/run={date}-*/         | recency: { marker: done/_OK } | kpi/run=*-*/done/_OK  | kpi/*
                    kpi/dt={date}/            | size: { min: 1 }              | kpi/dt=*/*            | kpi/*
                    x/kpi_{yyyyMMdd}*.csv     | size: { min: 1 }              | x/kpi_*.csv           | x/*
                    customers/                | size: { min: 1 }              | customers/*           | customers/*
                    a?$b/{date}/              | size: { min: 1 }              | a?$b/*/*              | a${?}${$}b/*
                    {bucket}                  | size: { min: 1 }              | */*                   | *
                    """)
    void events_and_permissions_name_exactly_the_dataset(String keys, String check, String key, String prefix)
            throws IOException {
        String location = keys.equals("{bucket}") ? "{date}/" : keys;

        assertThat(dataset("location: \"s3://refined/" + location + "\", checks: [ " + check + " ]"))
                .contains("\"key\" : \"" + key + "\"", "\"" + prefix + "\"");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    kpi/dt={date}/     | _committed_*          | refined | kpi/dt=*/_committed_*        | kpi/*
                    kpi/dt={date}/     | country=*/_SUCCESS    | refined | kpi/dt=*/country=*/_SUCCESS  | kpi/*
                    kpi/dt={date}/     | part-?.ok             | refined | kpi/dt=*/part-*.ok           | kpi/*
                    kpi/{date}/day/    | ../dt={date}.done     | refined | kpi/*/dt=*.done              | kpi/*
                    kpi/dt={date}/     | ../_SUCCESS           | refined | kpi/_SUCCESS                 | kpi/*
                    kpi/x/dt={date}/   | ../../done/{date}.ok  | refined | kpi/done/*.ok                | kpi/done/*
                    kpi/dt={date}/     | s3://flags/{date}.ok  | flags   | *.ok                         | *
                    x/kpi_{date}.csv   | kpi_{date}.csv.ok     | refined | x/kpi_*.csv.ok               | x/*
                    """)
    void events_and_permissions_include_markers_wherever_they_are(
            String location, String marker, String bucket, String key, String prefix) throws IOException {
        String json = dataset("location: \"s3://refined/" + location + "\", checks: [ recency: { marker: \"" + marker
                        + "\" } ]")
                .replaceAll("\\s", "");

        assertThat(json.substring(json.indexOf("\"objectEvents\"")))
                .contains("\"bucket\":\"" + bucket + "\",\"key\":\"" + key + "\"");
        assertThat(json.substring(json.indexOf("\"lists\""), json.indexOf("\"schedules\"")))
                .containsPattern(
                        "\"bucket\":\"" + bucket + "\",\"prefixes\":\\[[^]]*\"" + Pattern.quote(prefix) + "\"");
    }

    @Test
    void markers_of_many_datasets_elsewhere_share_one_rule() throws IOException {
        String json = json(many(201, "", "recency: { marker: \"s3://flags/orders-{date}.ok\" }"))
                .replaceAll("\\s", "");

        assertThat(json)
                .containsPattern("\"objectEvents\":\\[\\{\"name\":\"[^\"]*\",\"bucket\":\"flags\","
                        + "\"key\":\"\\*orders-\\*\\.ok\",\"queued\":false}]");
    }

    @Test
    void hostile_names_become_valid_and_unique() throws IOException {
        String json = json("""
                datasets:
                  "a b": { location: "s3://refined/a/{date}/", checks: [ size: { min: 1 } ] }
                  a.b: { location: "s3://refined/c/{date}/", checks: [ size: { min: 1 } ] }
                  "a,b*": { location: "s3://refined/b/{date}/{HH}/", checks: [ size: { min: 1 } ] }
                """);

        assertThat(json)
                .contains("\"a?b?\"")
                .containsPattern("\"a-b-[0-9a-f]{8}\"")
                .containsPattern("\"a-b--[0-9a-f]{8}\"");
    }

    @Test
    void names_found_in_the_lake_have_a_wildcard_and_their_folder() throws IOException {
        String json = json("""
                datasets:
                  orders:
                    location: s3://refined/raw/tenant={tenant}/orders/dt={date}/
                    each: { tenant: "*" }
                    due: 6h
                    checks: [ recency: { marker: _SUCCESS } ]
                  kpi: { location: "s3://refined/kpi/dt={date}/", due: 7h, checks: [ size: { min: 1 } ] }
                """);

        assertThat(json)
                .contains("[\n        \"kpi/*\",\n        \"raw/tenant=*\",\n        \"raw/\"\n      ]")
                .contains("\"key\" : \"raw/tenant=*/orders/dt=*/_SUCCESS\"")
                .contains("\"orders[tenant=*]\"\n        ]\n      }");
    }

    @Test
    void one_group_for_the_whole_suite_selects_nothing() throws IOException {
        assertThat(dataset("location: \"s3://refined/d/{date}/\", checks: [ size: { min: 1 } ]"))
                .contains("\"event\" : { }");
    }

    @Test
    void metrics_in_the_log_need_no_permission() throws IOException {
        String json = json("cloudwatch: { namespace: Lake/Checks, emf: true }\n"
                + "datasets: { d: { location: \"s3://refined/d/{date}/\", checks: [ size: { min: 1 } ] } }");

        assertThat(json).doesNotContain("publishesTo").contains("lakecheck-d-silent");
    }

    @Test
    void a_suite_without_metrics_has_no_alarms() throws IOException {
        assertThat(dataset("location: \"s3://refined/d/{date}/\", checks: [ size: { min: 1 } ]"))
                .contains("\"alarms\" : [ ]", "\"dashboards\" : [ ]", "\"silentHours\" : 30");
    }

    @Test
    void data_on_a_disk_can_not_be_deployed() {
        assertThatThrownBy(() -> dataset("location: \"lake/d/{date}/\", checks: [ size: { min: 1 } ]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'d' is not in S3");
    }

    /** Returns a suite of numbered datasets. */
    private static String many(int count, String head, String checks) {
        StringBuilder yaml = new StringBuilder(head + "datasets:\n");
        for (int i = 1; i <= count; i++) {
            yaml.append(String.format(
                    Locale.ROOT,
                    "  d-%04d: { location: \"s3://refined/area-%d/dataset-%04d/{date}/\", checks: [ %s ] }%n",
                    i,
                    i % 7,
                    i,
                    checks));
        }
        return yaml.toString();
    }

    /** The file is also the suite of the Terraform module's tests of shards. */
    @Test
    void shards_are_as_agreed() throws IOException {
        GeneratedFile.check(
                Path.of("../lakecheck-lambda/terraform/tests/sharded/lakecheck/deployment.json"),
                json(many(
                                5,
                                "deployment: { shards: 3 }\ncloudwatch: { namespace: Lake/Checks, alarms: { mode: fleet } }\n",
                                "recency: { marker: _SUCCESS }"))
                        .replaceAll("\"(markdown|title|label|description)\" : \".*\"", "\"$1\" : \"text\""));
    }

    @Test
    void shards_are_balanced_and_contain_each_dataset_once() throws IOException {
        String json = json(many(10, "deployment: { shards: 4 }\n", "size: { min: 1 }"))
                .replaceAll("\\s", "");

        assertThat(json)
                .contains("\"shards\":[{\"shard\":1,\"datasets\":[\"d-0001\",\"d-0005\",\"d-0009\"]},"
                        + "{\"shard\":2,\"datasets\":[\"d-0002\",\"d-0006\",\"d-0010\"]},"
                        + "{\"shard\":3,\"datasets\":[\"d-0003\",\"d-0007\"]},"
                        + "{\"shard\":4,\"datasets\":[\"d-0004\",\"d-0008\"]}]");
    }

    @Test
    void a_schedule_for_few_of_the_datasets_has_fewer_shards() throws IOException {
        String suite = many(8, "deployment: { shards: 4 }\n", "size: { min: 1 }")
                .replaceAll("(d-000[1-3]: \\{)", "$1 due: 6h,")
                .replaceAll("(d-0004: \\{)", "$1 due: 7h,");

        String json = json(suite).replaceAll("\\s", "");

        assertThat(json)
                .contains(
                        "\"event\":{\"datasets\":[\"d-0001\",\"d-0002\",\"d-0003\"]},\"shards\":[{\"shard\":1,\"datasets\":"
                                + "[\"d-0001\",\"d-0003\"]},{\"shard\":2,\"datasets\":[\"d-0002\"]}]",
                        "\"event\":{\"datasets\":[\"d-0004\"]}}");
    }

    @Test
    void a_suite_without_shards_has_none() throws IOException {
        assertThat(json(SUITE)).doesNotContain("shard");
    }

    @Test
    void many_datasets_share_event_rules_and_prefixes() throws IOException {
        String json = json(many(1000, "", "recency: { marker: _SUCCESS }")).replaceAll("\\s", "");

        assertThat(json)
                .contains(
                        "\"objectEvents\":[{\"name\":\"refined-_SUCCESS\",\"bucket\":\"refined\",\"key\":\"*_SUCCESS\",\"queued\":false}]");
        String lists = json.substring(json.indexOf("\"lists\""), json.indexOf("\"schedules\""));
        assertThat(lists).hasSizeBetween(1000, 7200).contains("area-0/dataset-00*", "area-6/dataset-09*");
    }

    @Test
    void many_datasets_without_a_marker_share_rules_that_fit_into_an_event_pattern() throws IOException {
        List<List<String>> groups = prefixes(json(many(1000, "", "recency: { quiet: 1h }")));

        assertThat(groups).hasSizeBetween(10, 30).allSatisfy(group -> assertThat(
                        String.join("{\"prefix\":\"\"},", group))
                .hasSizeLessThan(1850));
        assertThat(groups.stream().flatMap(List::stream))
                .hasSize(1000)
                .doesNotHaveDuplicates()
                .contains("area-1/dataset-0001/", "area-6/dataset-1000/");
    }

    @Test
    void a_prefix_that_contains_another_replaces_it() {
        assertThat(PrefixGroups.of(List.of("b/", "a/x/", "a/", "a-b/"))).containsExactly(List.of("a-b/", "a/", "b/"));
        assertThat(PrefixGroups.of(List.of("b/", ""))).containsExactly(List.of(""));
    }

    /** The file is also the suite of the Terraform module's tests of rules that datasets share. */
    @Test
    void datasets_with_and_without_markers_have_rules_of_their_own() throws IOException {
        GeneratedFile.check(
                Path.of("../lakecheck-lambda/terraform/tests/fleet/lakecheck/deployment.json"),
                json(many(201, "", "recency: { quiet: 1h }")
                        .replaceAll("(dataset-00[0-8].*|dataset-0090.*)quiet: 1h", "$1marker: _SUCCESS")));
    }

    /** Returns the prefixes of the events that have any, which must be queued. */
    private static List<List<String>> prefixes(String json) {
        String compact = json.replaceAll("\\s", "");
        String events = compact.substring(compact.indexOf("\"objectEvents\""), compact.indexOf("\"alarmActions\""));
        return Pattern.compile("\"prefixes\":\\[([^]]*)],\"queued\":true")
                .matcher(events)
                .results()
                .map(found -> List.of(found.group(1).replace("\"", "").split(",")))
                .toList();
    }
}
