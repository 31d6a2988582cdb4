// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts another JVM with the class path of the tests, or a part of it. */
final class Jvm {

    private Jvm() {}

    /** Runs a main class and returns what it prints. Fails if the exit code is not 0. */
    static String run(Predicate<String> classPath, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return run(List.of(), classPath, main, arguments);
    }

    /** Does the same with JVM options. */
    static String run(List<String> options, Predicate<String> classPath, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        String entries = Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(classPath)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", entries, main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(printed);
        }
        return printed;
    }
}
