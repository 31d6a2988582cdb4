// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a separate JVM, for tests that need a small heap or an environment without the build's AWS variables. */
public final class Fork {

    /** The exit code, and the output of both streams. */
    public record End(int exitCode, String output) {}

    private Fork() {}

    /** Starts a main class on the tests' class path. The caller must end the process. */
    public static Process start(Class<?> main, List<String> arguments) throws IOException {
        return java(List.of(), main, arguments).start();
    }

    private static ProcessBuilder java(List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /**
     * Runs a main class on the tests' class path.
     *
     * @param aws the environment variables that replace all those that start with AWS
     */
    public static End run(Class<?> main, List<String> options, Map<String, String> aws) throws IOException {
        ProcessBuilder builder = java(options, main, List.of());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS"));
        builder.environment().putAll(aws);
        Process process = builder.start();
        try (InputStream printed = process.getInputStream()) {
            String output = new String(printed.readAllBytes(), StandardCharsets.UTF_8);
            return new End(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + main.getName() + " ran", e);
        }
    }
}
