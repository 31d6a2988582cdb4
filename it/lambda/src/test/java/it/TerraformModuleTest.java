// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    /** The values of two plans, because a message about the zip file depends on whether the one in S3 is valid. */
    @Test
    void each_invalid_value_causes_its_own_message() throws IOException {
        String messages = rejection(Map.ofEntries(
                        Map.entry("deployment_file", "missing.json"),
                        Map.entry("name", "a name"),
                        Map.entry("package_file", "missing.zip"),
                        Map.entry("package_s3", "{ bucket = \"code\", key = \"lakecheck.zip\" }"),
                        Map.entry("runtime", "java11"),
                        Map.entry("architecture", "arm"),
                        Map.entry("layers", "[\"suite\"]"),
                        Map.entry("memory_size", "128"),
                        Map.entry("timeout", "1000"),
                        Map.entry("reserved_concurrent_executions", "0"),
                        Map.entry("shard_concurrency", "0"),
                        Map.entry("vpc_config", "{ subnet_ids = [], security_group_ids = [\"sg-1\"] }"),
                        Map.entry("environment", "{ LAKECHECK_SUITE = \"x\", AWS_REGION = \"eu-west-1\" }"),
                        Map.entry("suite", "lakecheck.yml"),
                        Map.entry("reports", "s3://reports/lakecheck"),
                        Map.entry("fail_on", "always"),
                        Map.entry("maximum_retry_attempts", "3"),
                        Map.entry("role_arn", "mine"),
                        Map.entry("permissions_boundary", "boundary"),
                        Map.entry("kms_key_arn", "alias/lake"),
                        Map.entry("log_retention_days", "31"),
                        Map.entry("log_format", "text"),
                        Map.entry("alarm_actions", "[\"topic\"]"),
                        Map.entry("ok_actions", "[\"topic\"]"),
                        Map.entry("alarm_emails", "[\"data-team\"]"),
                        Map.entry("tags", "{ \"aws:team\" = \"data\" }")))
                + rejection(Map.of(
                        "deployment_file",
                        "tests/suite/lakecheck/deployment.json",
                        "package_s3",
                        "{ bucket = \"\", key = \"\", sha256 = \"x\" }"));

        List<String> expected = Pattern.compile("error_message = \"(.*)\"")
                .matcher(Files.readString(terraform.directory().resolve("variables.tf")))
                .results()
                .map(message -> message.group(1).replace("\\\"", "\""))
                .toList();
        assertThat(expected).hasSizeGreaterThan(25).allSatisfy(message -> assertThat(messages)
                .contains(message));
    }

    /** Returns the messages of a plan that fails because of its inputs. */
    private static String rejection(Map<String, String> inputs) {
        Map<String, String> variables = new HashMap<>(
                Map.of("AWS_REGION", "eu-west-1", "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
        inputs.forEach((input, value) -> variables.put("TF_VAR_" + input, value));
        Terraform planned = new Terraform(terraform.directory(), variables);

        return String.valueOf(catchThrowable(() -> planned.run("plan", "-input=false"))
                        .getMessage())
                .replaceAll("\\s+", " ");
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
