// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The base class of goals that run a command for a suite. Parameters are passed on unparsed, because the suite language
 * defines their syntax and defaults.
 */
abstract class LakecheckMojo extends LakeAccessMojo {

    /**
     * The suite file. Default: <code>lakecheck.yml</code> next to the POM or, if the module has none, in the root
     * directory of the build.
     */
    @Parameter(property = "lakecheck.suite")
    private @Nullable File suite;

    /**
     * The datasets to check: names or globs, separated by commas. Default: all datasets in the suite. In a POM, this
     * element can also define the datasets themselves, with the keys of the suite language, instead of a suite file.
     */
    @Parameter(property = "lakecheck.datasets")
    private @Nullable PlexusConfiguration datasets;

    /** Named calendars for datasets that are defined in the POM, with the keys of the suite language. */
    @Parameter
    private @Nullable PlexusConfiguration calendars;

    /**
     * The time as of which to check the lake, such as <code>2026-01-03T07:00:00Z</code>, or <code>2026-01-03T07:00
     * </code> in the suite's time zone. Default: now.
     */
    @Parameter(property = "lakecheck.asOf")
    private @Nullable String asOf;

    /**
     * The partition to check, such as <code>2026-01-02</code>. Default: the most recent one whose deadline has passed.
     */
    @Parameter(property = "lakecheck.partition")
    private @Nullable String partition;

    /**
     * The least severe outcome that makes the build fail: <code>fail</code>, <code>warn</code> or <code>never</code>.
     * Default: <code>fail</code>. Data that could not be checked fails the build unless this parameter is <code>never
     * </code>.
     */
    @Parameter(property = "lakecheck.failOn")
    private @Nullable String failOn;

    /** Whether the build fails if a selected name matches no dataset. Default: <code>true</code>. */
    @Parameter(property = "lakecheck.failIfNoChecks")
    private @Nullable String failIfNoChecks;

    /** How long to wait for missing data, such as <code>30m</code>. Default: from the suite. */
    @Parameter(property = "lakecheck.wait")
    private @Nullable String wait;

    /** Whether to publish metrics to CloudWatch. Default: from the suite. */
    @Parameter(property = "lakecheck.metrics")
    private @Nullable String metrics;

    abstract RunResult run(Commands commands, MavenBuild build);

    /** Adds the settings that only this goal has. */
    void addSettings(Map<String, String> settings) {}

    @Override
    final RunResult run(MavenBuild build) {
        SuiteSource source = SuiteSource.of(
                Optional.ofNullable(suite).map(File::toPath),
                Optional.ofNullable(datasets),
                Optional.ofNullable(calendars),
                build);
        GoalRun goal = new GoalRun(getClass().getSimpleName(), source, settings(source), build);
        Optional<String> doneBy = goal.doneBy();
        if (doneBy.isPresent()) {
            getLog().info("skipped, because " + doneBy.get()
                    + " has already run this goal with the same suite and settings");
            return RunResult.PASS;
        }
        return run(goal.commands(new MavenConsole(getLog())), build);
    }

    private Map<String, String> settings(SuiteSource source) {
        Map<String, String> settings = new TreeMap<>();
        source.globs().ifPresent(globs -> settings.put("datasets", globs));
        put(settings, "asOf", asOf);
        put(settings, "partition", partition);
        put(settings, "failOn", failOn);
        put(settings, "failIfNoChecks", failIfNoChecks);
        put(settings, "wait", wait);
        put(settings, "metrics", metrics);
        addAccessSettings(settings);
        addSettings(settings);
        return settings;
    }
}
