// SPDX-License-Identifier: Apache-2.0
package it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Terraform in a directory of a copy of the module.
 *
 * @param directory the directory with the configuration
 * @param environment the environment variables for Terraform
 */
record Terraform(Path directory, Map<String, String> environment) {

    private static final Path MODULE = Path.of("../../lakecheck-lambda/terraform");

    /** Skips the test if Terraform is missing, unless it is required. */
    static void require() {
        missing().ifPresent(why -> {
            if ("required".equals(System.getProperty("lakecheck.terraform"))) {
                throw new IllegalStateException("Terraform is required, but " + why);
            }
            System.err.println("**** SKIPPED: the Terraform module (" + why + ") ****");
            Assumptions.abort(why);
        });
    }

    private static Optional<String> missing() {
        try {
            Process process = new ProcessBuilder("terraform", "version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0 ? Optional.empty() : Optional.of("terraform version fails");
        } catch (IOException e) {
            return Optional.of("terraform is not on the path");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Copies the module, because Terraform writes files next to it.
     *
     * @param directory the directory in the module to run Terraform in; empty for the module itself
     */
    static Terraform inCopyOf(Path copy, String directory, Map<String, String> environment) throws IOException {
        try (Stream<Path> files = Files.walk(MODULE)) {
            for (Path file : files.filter(each -> !each.toString().contains(".terraform"))
                    .toList()) {
                Files.copy(file, copy.resolve(MODULE.relativize(file).toString()));
            }
        }
        return new Terraform(copy.resolve(directory), environment);
    }

    /** Returns a copy that sets an input of the configuration. */
    Terraform with(String input, String value) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("TF_VAR_" + input, value);
        return new Terraform(directory, variables);
    }

    /** Runs a command and returns its output. */
    String run(String... arguments) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("TF_IN_AUTOMATION", "true");
        variables.put("TF_CLI_ARGS", "-no-color");
        return new Command("terraform", directory, variables).run(arguments);
    }
}
