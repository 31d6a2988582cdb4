// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.report.Console;
import io.lakecheck.run.Commands;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteProblemsException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An execution of a goal in one module.
 *
 * @param goal the name of the goal
 * @param source the source of the suite
 * @param settings the settings by name, not yet parsed
 * @param build the build in which the goal runs
 */
record GoalRun(String goal, SuiteSource source, Map<String, String> settings, MavenBuild build) {

    /**
     * Returns the ID of the module that has already run the same goal in this build with an equal suite and equal
     * settings, or empty if no module has. Suites are compared after variables have been replaced, so two modules can
     * use the same file to check different data.
     */
    Optional<String> doneBy() {
        try {
            return build.claim(List.of(goal, source.read(build::variable), settings));
        } catch (SuiteProblemsException e) {
            // The suite is invalid, which is reported when the command reads it again.
            return Optional.empty();
        }
    }

    Commands commands(Console console) {
        return new Commands(
                source.name(),
                () -> source.read(build::variable),
                () -> RunSettings.read("plugin configuration", settings, build::variable),
                Clock.systemUTC(),
                console,
                name -> Optional.ofNullable(System.getenv(name)));
    }
}
