// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables in the README of the Terraform module, which are generated from the module's inputs and outputs. */
class TerraformReadmeTest {

    private static final Path MODULE = Path.of("terraform");

    private static final Pattern BLOCK =
            Pattern.compile("^(?:variable|output) \"(\\w+)\" \\{\\n(.*?)^\\}", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern DESCRIPTION = Pattern.compile("^  description = \"(.*)\"$", Pattern.MULTILINE);

    private static final Pattern TYPE = Pattern.compile("^  type\\s+= (\\S+?)(?:\\(\\{)?$", Pattern.MULTILINE);

    private static final Pattern DEFAULT = Pattern.compile("^  default\\s+= (.*)$", Pattern.MULTILINE);

    @Test
    void lists_the_inputs_and_outputs() throws IOException {
        Path readme = MODULE.resolve("README.md");
        String text = Files.readString(readme);

        GeneratedFile.check(
                readme,
                text.substring(0, text.indexOf("## Inputs"))
                        + "## Inputs\n\n| name | description | type | default |\n|---|---|---|---|\n"
                        + rows("variables.tf", TerraformReadmeTest::input)
                        + "\n## Outputs\n\n| name | description |\n|---|---|\n"
                        + rows("outputs.tf", TerraformReadmeTest::output));
    }

    @Test
    void every_input_and_output_is_described() throws IOException {
        for (String file : List.of("variables.tf", "outputs.tf")) {
            String text = Files.readString(MODULE.resolve(file));
            long declared = text.lines()
                    .filter(line -> line.matches("(variable|output) .*"))
                    .count();

            assertThat(DESCRIPTION.matcher(text).results()).hasSize((int) declared);
        }
    }

    private static String rows(String file, Function<MatchResult, String> row) throws IOException {
        return BLOCK.matcher(Files.readString(MODULE.resolve(file)))
                .results()
                .map(row)
                .collect(Collectors.joining());
    }

    private static String input(MatchResult block) {
        return Stream.of(
                        code(block.group(1)),
                        found(DESCRIPTION, block),
                        code(found(TYPE, block)),
                        found(DEFAULT, block).isEmpty() ? "required" : code(found(DEFAULT, block)))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String output(MatchResult block) {
        return "| " + code(block.group(1)) + " | " + found(DESCRIPTION, block) + " |\n";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String found(Pattern pattern, MatchResult block) {
        return pattern.matcher(block.group(2))
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse("");
    }
}
