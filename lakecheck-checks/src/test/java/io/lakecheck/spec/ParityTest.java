// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that the same keys result in the same suite, no matter which source they come from. */
class ParityTest {

    private static final Origin POM = Origin.of("pom.xml <datasets>");

    private static final Suite FROM_YAML = Yaml.suite("""
            datasets:
              kpi-daily:
                location: s3://refined/kpi/dt={date}/
                due: 6h
                days: [mon, tue]
                except: 2026-12-25
                odd: [2026-11-27, 2026-11-30]
                levels: 2026-09-01
                dimensions: { Key: kpi/ }
                checks:
                  - recency: {}
                  - size:
                      min: 195 kB
                      objects: { max: 20 }
                  - delta: { drop: 30% }
                  - delta: { drop: 60%, severity: warn }
            """);

    @Test
    void a_pom_results_in_the_same_suite_as_yaml() {
        assertThat(reader().read(pom(dataset("kpi-daily")))).isEqualTo(FROM_YAML);
    }

    @Test
    void a_pom_can_give_the_name_of_a_dataset_in_an_element() {
        assertThat(reader().read(pom(dataset("dataset", text("name", "kpi-daily")))))
                .isEqualTo(FROM_YAML);
    }

    @Test
    void a_pom_can_give_the_name_of_a_dimension_in_an_element() {
        XmlElement dimensions = element("dimensions", element("dimension", text("name", "Key"), text("value", "kpi/")));

        assertThat(reader().read(pom(dataset("kpi-daily", dimensions)))).isEqualTo(FROM_YAML);
    }

    @Test
    void a_pom_results_in_the_same_calendars_as_yaml() {
        Suite fromYaml = Yaml.suite("""
                calendars:
                  uk-business: { days: [mon, tue], except: 2026-12-25 }
                  "sales (daily)": { only: 2026-12-24 }
                datasets:
                  kpi: { location: "s3://refined/kpi/dt={date}/", calendar: uk-business, checks: [ recency: {} ] }
                  leads: { location: "s3://refined/leads/dt={date}/", calendar: sales (daily), checks: [ recency: {} ] }
                """);
        XmlElement calendars = element(
                "calendars",
                element(
                        "uk-business",
                        element("days", text("day", "mon"), text("day", "tue")),
                        text("except", "2026-12-25")),
                element("calendar", text("name", "sales (daily)"), text("only", "2026-12-24")));
        XmlElement datasets = element("datasets", of("kpi", "uk-business"), of("leads", "sales (daily)"));

        assertThat(reader().read(element("configuration", calendars, datasets))).isEqualTo(fromYaml);
    }

    @Test
    void java_results_in_the_same_suite_as_yaml() {
        Origin here = Origin.of("KpiJobIT.writes @LakeCheck");
        Node checks = new Items(
                List.of(
                        block(here, "recency", block(here)),
                        block(here, "size", block(here, "min", "195 kB", "objects", block(here, "max", "20"))),
                        block(here, "delta", block(here, "drop", "30%")),
                        block(here, "delta", block(here, "drop", "60%", "severity", "warn"))),
                here);
        Node dataset = block(
                here,
                "location",
                "s3://refined/kpi/dt={date}/",
                "due",
                "6h",
                "days",
                new Items(List.of(new Word("mon", here), new Word("tue", here)), here),
                "except",
                "2026-12-25",
                "odd",
                new Items(List.of(new Word("2026-11-27", here), new Word("2026-11-30", here)), here),
                "levels",
                "2026-09-01",
                "dimensions",
                block(here, "Key", "kpi/"),
                "checks",
                checks);

        assertThat(reader().read(block(here, "datasets", block(here, "kpi-daily", dataset))))
                .isEqualTo(FROM_YAML);
    }

    @Test
    void a_problem_names_a_source_that_has_no_lines() {
        XmlElement wrong = pom(
                element("kpi-daily", text("location", "s3://refined/kpi/dt={date}/"), checks(), text("duee", "6h")));

        assertThatThrownBy(() -> reader().read(wrong))
                .hasMessageStartingWith("pom.xml <datasets>: unknown key 'duee' in dataset")
                .hasMessageContaining("'due'");
    }

    @Test
    void unknown_and_misplaced_elements_are_rejected() {
        XmlElement nested = pom(element(
                "kpi-daily",
                element("location", text("s3", "refined")),
                element("checks", text("recncy", "x"), element("size", element("mni", text("bytes", "1"))))));

        assertThatThrownBy(() -> reader().read(nested))
                .hasMessageContaining("location")
                .hasMessageContaining("'recncy'")
                .hasMessageContaining("unknown key 'mni' in size");
    }

    @Test
    void parts_and_through_are_rejected_with_each_run_in_a_pom_too() {
        XmlElement both = pom(element(
                "kpi",
                text("location", "s3://refined/kpi/dt={date}/batchid=*/"),
                text("runs", "each"),
                element("parts", text("country", "as before")),
                element("checks", element("recency", text("through", "30m")))));

        assertThatThrownBy(() -> reader().read(both))
                .hasMessageContaining("parts cannot be combined with runs: each. Write runs: all to check the parts")
                .hasMessageContaining("runs: each cannot be combined with through in recency")
                .hasMessageContaining("Write runs: all, or remove through");
    }

    private static XmlElement of(String name, String calendar) {
        return element(
                name,
                text("location", "s3://refined/" + name + "/dt={date}/"),
                text("calendar", calendar),
                element("checks", text("recency", "")));
    }

    private static SuiteReader reader() {
        return Yaml.reader(Map.of());
    }

    private static XmlElement pom(XmlElement dataset) {
        return element("configuration", element("datasets", dataset));
    }

    private static XmlElement dataset(String name, XmlElement... more) {
        List<XmlElement> elements = new ArrayList<>(List.of(
                text("location", "s3://refined/kpi/dt={date}/"),
                text("due", " 6h "),
                element("days", text("day", "mon"), text("day", "tue")),
                text("except", "2026-12-25"),
                element("odd", text("date", "2026-11-27"), text("date", "2026-11-30")),
                text("levels", "2026-09-01"),
                checks()));
        elements.addAll(List.of(more));
        if (elements.stream().noneMatch(element -> element.name().equals("dimensions"))) {
            elements.add(element("dimensions", text("Key", "kpi/")));
        }
        return new XmlElement(name, "", elements, POM);
    }

    private static XmlElement checks() {
        return element(
                "checks",
                text("recency", ""),
                element("size", text("min", "195 kB"), element("objects", text("max", "20"))),
                element("delta", text("drop", "30%")),
                element("delta", text("drop", "60%"), text("severity", "warn")));
    }

    private static XmlElement element(String name, XmlElement... children) {
        return new XmlElement(name, "", List.of(children), POM);
    }

    private static XmlElement text(String name, String text) {
        return new XmlElement(name, text, List.of(), POM);
    }

    /**
     * Returns a mapping.
     *
     * @param entries names and values, alternating; a value is a string or a node
     */
    private static Block block(Origin origin, Object... entries) {
        List<Block.Entry> built = new ArrayList<>();
        for (int i = 0; i < entries.length; i += 2) {
            Node value = entries[i + 1] instanceof Node node ? node : new Word((String) entries[i + 1], origin);
            built.add(new Block.Entry(new Word((String) entries[i], origin), value));
        }
        return new Block(built, origin);
    }
}
