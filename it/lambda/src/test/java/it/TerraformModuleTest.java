// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The module's own tests, which mock the provider. */
class TerraformModuleTest {

    @TempDir
    static Path folder;

    private static Terraform terraform;

    @BeforeAll
    static void initialize() throws IOException {
        Terraform.require();
        terraform = Terraform.inCopyOf(folder.resolve("module"), "", Map.of("AWS_REGION", "eu-west-1"));
        terraform.run("init", "-input=false");
    }

    @Test
    void is_formatted() {
        assertThat(terraform.run("fmt", "-check", "-recursive")).isEmpty();
    }

    @Test
    void passes_its_own_tests() {
        assertThat(terraform.run("test")).contains("Success!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "existing-alarms", "fan-out", "object-events"})
    void an_example_without_the_files_of_a_suite_says_how_to_create_them(String example, @TempDir Path copy)
            throws IOException {
        Terraform planned = Terraform.inCopyOf(
                copy.resolve("module"),
                "examples/" + example,
                Map.of("AWS_REGION", "eu-west-1", "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
        planned.run("init", "-input=false");

        assertThatThrownBy(() -> planned.with("target", "missing").run("plan", "-input=false"))
                .extracting(failure -> failure.getMessage().replaceAll("\\s+", " "), STRING)
                .contains(
                        "The file is not a deployment.json of version 1. Create it with: mvn lakecheck:deployment.",
                        "The function's zip file does not exist. Create it with: mvn lakecheck:package-lambda.");
    }
}
