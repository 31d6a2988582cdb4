// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that the page on suites agrees with the vocabulary, and that its samples are valid. */
class SuiteReferenceTest {

    private static final Path PAGE = Path.of("../docs/suite.md");
    private static final String BEGIN = "<!-- generated from the vocabulary by SuiteReferenceTest -->\n";
    private static final String END = "<!-- end of the generated part -->\n";
    private static final Pattern SAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LOCATION = Pattern.compile("`((?:s3:/|file://|/data|lake)/[^`]*)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern LINK = Pattern.compile("]\\(#([^)]*)\\)");

    @Test
    void the_reference_agrees_with_the_vocabulary() throws IOException {
        String page = page();

        GeneratedFile.check(
                PAGE,
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                        + SuiteReference.text()
                        + page.substring(page.indexOf(END)));
    }

    @Test
    void the_samples_are_valid_suites() throws IOException {
        List<String> samples = samples(page().replace(SuiteReference.text(), ""));

        assertThat(samples).isNotEmpty().allSatisfy(sample -> assertThat(
                        Yaml.suite(sample, Map.of()).datasets())
                .isNotEmpty());
    }

    @Test
    void the_examples_of_the_keys_are_valid_yaml() {
        List<String> examples = samples(SuiteReference.text());

        assertThat(examples).hasSizeGreaterThan(50).allSatisfy(example -> {
            Problems problems = new Problems();
            assertThat(YamlTree.read(example, Origin.of("example"), problems)).isNotNull();
            assertThat(problems.size()).isZero();
        });
    }

    @Test
    void the_sample_locations_are_valid() throws IOException {
        List<String> locations = groups(LOCATION, page());

        assertThat(locations).hasSizeGreaterThan(6).allSatisfy(location -> assertThat(
                        LocationType.read(location, Yaml.BASE))
                .isNotNull());
    }

    @Test
    void every_link_within_the_page_has_a_target() throws IOException {
        List<String> anchors = groups(HEADING, page()).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .toList();

        assertThat(anchors).doesNotHaveDuplicates().containsAll(groups(LINK, page()));
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static List<String> samples(String text) {
        return groups(SAMPLE, text);
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
