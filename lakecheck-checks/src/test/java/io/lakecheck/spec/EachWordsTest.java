// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lifetime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EachWordsTest {

    @Test
    void an_entry_defines_a_dataset_for_each_name() {
        assertThat(locations("s3://lake/tenant={tenant}/orders/dt={date}/", "{ tenant: [a, \"Ä 100%\"] }"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "kpi[tenant=a]", "s3://lake/tenant=a/orders/dt={date}/",
                        "kpi[tenant=Ä 100%]", "s3://lake/tenant=Ä 100%/orders/dt={date}/"));
    }

    @Test
    void several_placeholders_stand_for_all_combinations() {
        assertThat(locations("s3://{bucket}/{date}/{region}.csv", "{ bucket: [lake-a, lake-b], region: [eu, us] }"))
                .containsEntry("kpi[bucket=lake-a,region=us]", "s3://lake-a/{date}/us.csv")
                .hasSize(4);
    }

    @Test
    void an_entry_is_the_same_as_one_entry_for_each_name() {
        String checks = ", due: 6h, checks: [ recency: { marker: '../{date}.done' }, size: { min: 1 kB } ] }";
        Suite entries = Yaml.suite("datasets: { 'kpi[tenant=a]': { location: 's3://lake/a/{date}/'" + checks
                + ", 'kpi[tenant=b]': { location: 's3://lake/b/{date}/'" + checks + " }");

        assertThat(Yaml.suite("datasets: { kpi: { location: 's3://lake/{tenant}/{date}/', each: { tenant: [a, b] }"
                        + checks + " }"))
                .isEqualTo(entries);
    }

    @Test
    void dimensions_contain_the_names() {
        Suite suite = Yaml.suite(Yaml.dataset(
                "s3://lake/{tenant}/{date}/",
                "each: { tenant: [a, b] }\ndimensions: { Key: \"tenant/{tenant}\" }",
                "recency: {}"));

        assertThat(suite.datasets())
                .extracting(Dataset::dimensions)
                .containsExactly(Map.of("Key", "tenant/a"), Map.of("Key", "tenant/b"));
    }

    @Test
    void checks_differ_for_named_members() {
        Suite suite = Yaml.suite(Yaml.dataset(
                "s3://lake/{tenant}/{date}/",
                "each: { tenant: [a, b] }\nmembers: { b: { checks: [ size: { min: 1 GB } ] } }",
                "recency: {}"));

        assertThat(suite.datasets())
                .extracting(Dataset::name, dataset -> dataset.checks().get(0).name())
                .containsExactly(tuple("kpi[tenant=b]", "size"), tuple("kpi[tenant=a]", "recency"));
    }

    @Test
    void named_members_come_in_addition_to_those_that_are_found() {
        Suite suite = Yaml.suite(Yaml.dataset(
                "s3://lake/{region}/{tenant}/{date}/",
                "each: { region: [eu, us], tenant: \"*\" }\nmembers: { \"region=eu,tenant=b\": {} }\nended: warn",
                "recency: {}"));

        assertThat(suite.datasets())
                .extracting(Dataset::name, dataset -> dataset.location().toString())
                .containsExactly(
                        tuple("kpi[region=eu,tenant=b]", "s3://lake/eu/b/{date}/"),
                        tuple("kpi[region=eu,tenant=*]", "s3://lake/eu/*/{date}/"),
                        tuple("kpi[region=us,tenant=*]", "s3://lake/us/*/{date}/"));
        assertThat(suite.datasets())
                .extracting(dataset -> dataset.presence().lifetime())
                .containsOnly(Optional.of(new Lifetime(true, Lifetime.Ended.WARN)));
    }

    @Test
    void checks_of_the_suite_apply_to_datasets_without_checks() {
        Suite suite =
                Yaml.suite("checks: [ recency: {}, size: { min: 1 kB } ]\ndatasets: { a: { location: 'x/{date}' },"
                        + " b: { location: 'y/{date}', checks: [ complete: {} ] } }");

        assertThat(suite.datasets())
                .extracting(
                        dataset -> dataset.checks().stream().map(Check::name).toList())
                .containsExactly(List.of("recency", "size"), List.of("complete"));
    }

    @Test
    void a_mistake_is_reported_once_for_all_names() {
        String names = IntStream.range(0, 500).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));

        assertThatThrownBy(() -> locations("s3://lake/{tenant}/{yyyy-mm-dd}/", "{ tenant: [" + names + "] }"))
                .isInstanceOfSatisfying(SuiteProblemsException.class, invalid -> assertThat(invalid.problems())
                        .hasSize(1));
    }

    @Test
    void names_that_lead_elsewhere_are_rejected() {
        for (String name : List.of("a/b", "../x", "{date}", "a*", "\"a\\nb\"")) {
            assertThatThrownBy(() -> locations("s3://lake/{tenant}/{date}/", "{ tenant: [" + name + "] }"))
                    .as(name)
                    .isInstanceOf(SuiteProblemsException.class);
        }
    }

    private static Map<String, String> locations(String location, String each) {
        return Yaml.suite(Yaml.dataset(location, "each: " + each, "recency: {}")).datasets().stream()
                .collect(Collectors.toMap(
                        Dataset::name, dataset -> dataset.location().toString()));
    }
}
