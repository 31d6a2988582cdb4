// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
