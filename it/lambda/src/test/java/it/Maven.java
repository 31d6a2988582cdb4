// SPDX-License-Identifier: Apache-2.0
package it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Maven in a directory with a suite and no POM. Each build runs in a process of its own and uses the plugin and the
 * function as this build has installed them.
 *
 * @param directory the directory with the suite
 * @param environment environment variables, in addition to those of this process
 */
record Maven(Path directory, Map<String, String> environment) {

    /**
     * Runs a goal of the plugin and returns Maven's output.
     *
     * @param settings the goal's parameters, such as {@code lakecheck.metrics=false}
     */
    String run(String goal, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("-B", "-ntp"));
        arguments.add("-Dmaven.repo.local=" + property("it.repository"));
        arguments.add("-Dmaven.repo.local.tail=" + property("it.downloaded"));
        arguments.add("-Dmaven.repo.local.tail.ignoreAvailability=true");
        for (String setting : settings) {
            arguments.add("-D" + setting);
        }
        arguments.add("io.lakecheck:lakecheck-maven-plugin:" + property("it.version") + ":" + goal);
        return new Command(Path.of(property("maven.home"), "bin", "mvn").toString(), directory, environment)
                .run(arguments.toArray(String[]::new));
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
