// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documentation says of suites is so. */
class SuiteReferenceTest {

    private static final Path PAGE = Path.of("../docs/suite.md");
    private static final String BEGIN = "<!-- made from the vocabulary -->\n";
    private static final String END = "<!-- up to here -->\n";
    private static final Pattern SAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LOCATION = Pattern.compile("`((?:s3:/|file://|/data|lake)/[^`]*)`");

    @Test
    void the_reference_is_the_one_of_the_vocabulary() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String after = page.substring(page.indexOf(END));

        GeneratedFile.check(PAGE, before + SuiteReference.text() + after);
    }

    @Test
    void the_samples_are_suites() throws IOException {
        List<String> samples = SAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(sample -> sample.substring("```yaml\n".length(), sample.length() - "```".length()))
                .toList();

        assertThat(samples).isNotEmpty().allSatisfy(sample -> assertThat(
                        Yaml.suite(sample, Map.of()).datasets())
                .isNotEmpty());
    }

    @Test
    void the_sample_locations_are_locations() throws IOException {
        List<String> locations = LOCATION.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(locations).hasSizeGreaterThan(6).allSatisfy(location -> assertThat(
                        LocationType.read(location, Yaml.BASE))
                .isNotNull());
    }
}
