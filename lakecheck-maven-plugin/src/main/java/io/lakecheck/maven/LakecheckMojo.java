// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.Suite;
import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteProblemsException;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: their parameters as they were written, and how a ruling ends a goal. Grammar and defaults are
 * the suite language's.
 */
abstract class LakecheckMojo extends AbstractMojo {

    /**
     * The suite. By default <code>lakecheck.yml</code> beside the POM; where a module has none, the one at the root of
     * the build.
     */
    @Parameter(property = "lakecheck.suite")
    private @Nullable File suite;

    /**
     * Which of the suite's datasets to check: names or globs, with commas between. In a POM it may hold the datasets
     * themselves instead of a suite file, in the words of the suite language.
     */
    @Parameter(property = "lakecheck.datasets")
    private @Nullable PlexusConfiguration datasets;

    /** Calendars under names, for datasets that stand in the POM, in the words of the suite language. */
    @Parameter
    private @Nullable PlexusConfiguration calendars;

    /**
     * The moment for which to judge: <code>2026-01-03T07:00:00Z</code>, or <code>2026-01-03T07:00</code> in the suite's
     * zone. By default now.
     */
    @Parameter(property = "lakecheck.asOf")
    private @Nullable String asOf;

    /** The partition to judge, such as <code>2026-01-02</code>. By default the newest whose deadline has passed. */
    @Parameter(property = "lakecheck.partition")
    private @Nullable String partition;

    /**
     * From which outcome on the build fails: <code>fail</code> (the default), <code>warn</code> or <code>never</code>.
     * What could not be looked at fails it unless <code>never</code>.
     */
    @Parameter(property = "lakecheck.failOn")
    private @Nullable String failOn;

    /** Whether the build fails where no dataset is to be checked. By default <code>true</code>. */
    @Parameter(property = "lakecheck.failIfNoChecks")
    private @Nullable String failIfNoChecks;

    /** Whether to do nothing. */
    @Parameter(property = "lakecheck.skip", defaultValue = "false")
    private boolean skip;

    /** The address of a server that stands in for S3. By default what the suite or the environment says. */
    @Parameter(property = "lakecheck.endpoint")
    private @Nullable String endpoint;

    /** The AWS region. By default what the suite or the environment says. */
    @Parameter(property = "lakecheck.region")
    private @Nullable String region;

    /** The profile of the AWS configuration. By default what the suite or the environment says. */
    @Parameter(property = "lakecheck.profile")
    private @Nullable String profile;

    /** Whether buckets stand in the path instead of the host name. By default only where there is an endpoint. */
    @Parameter(property = "lakecheck.pathStyle")
    private @Nullable String pathStyle;

    /** How many partitions are listed at once. By default 32. */
    @Parameter(property = "lakecheck.concurrency")
    private @Nullable String concurrency;

    /** How long looking may take: <code>30m</code>. By default 10 minutes. */
    @Parameter(property = "lakecheck.timeout")
    private @Nullable String timeout;

    /** How long to wait for what is not there yet: <code>30m</code>. By default what the suite says. */
    @Parameter(property = "lakecheck.wait")
    private @Nullable String wait;

    /** Whether metrics are published. By default what the suite says. */
    @Parameter(property = "lakecheck.metrics")
    private @Nullable String metrics;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    abstract RunResult ruling(Commands verification, Build build);

    /** Adds what a goal's own parameters say. */
    void say(Map<String, String> written) {}

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        // With -X the SDK's signer would print the session token of temporary credentials.
        System.getProperties().putIfAbsent("org.slf4j.simpleLogger.log.software.amazon.awssdk", "info");
        if (skip) {
            getLog().info("lakecheck is skipped");
            return;
        }
        RunResult ruling;
        try {
            ruling = ruling();
        } catch (SuiteProblemsException wrong) {
            throw new MojoExecutionException(wrong.getMessage());
        }
        switch (ruling.signal()) {
            case PASS -> {}
            case VIOLATED -> throw new MojoFailureException(ruling.message());
            case BROKEN -> throw new MojoExecutionException(ruling.message());
        }
    }

    private RunResult ruling() {
        Build build = new Build(session, project);
        SuiteSource source = SuiteSource.of(
                Optional.ofNullable(suite).map(File::toPath),
                Optional.ofNullable(datasets),
                Optional.ofNullable(calendars),
                build);
        Map<String, String> settings = settings(source);
        Supplier<Suite> words = source.read(build::variable);
        Optional<String> judge = judge(words, settings, build);
        if (judge.isPresent()) {
            getLog().info("done already in this build, by " + judge.get());
            return RunResult.PASS;
        }
        Commands verification = new Commands(
                source.called(),
                words,
                () -> RunSettings.read("the configuration", settings, build::variable),
                Clock.systemUTC(),
                new MavenConsole(getLog()),
                name -> Optional.ofNullable(System.getenv(name)));
        return ruling(verification, build);
    }

    /**
     * Who has done the very same in this build: for the same suite once its variables are put in, not for the same
     * file.
     */
    private Optional<String> judge(Supplier<Suite> words, Map<String, String> settings, Build build) {
        try {
            return build.judgeOf(List.of(getClass().getSimpleName(), words.get(), settings));
        } catch (SuiteProblemsException wrong) {
            return Optional.empty();
        }
    }

    private Map<String, String> settings(SuiteSource source) {
        Map<String, String> written = new TreeMap<>();
        source.globs().ifPresent(globs -> written.put("datasets", globs));
        put(written, "asOf", asOf);
        put(written, "partition", partition);
        put(written, "failOn", failOn);
        put(written, "failIfNoChecks", failIfNoChecks);
        put(written, "endpoint", endpoint);
        put(written, "region", region);
        put(written, "profile", profile);
        put(written, "pathStyle", pathStyle);
        put(written, "concurrency", concurrency);
        put(written, "timeout", timeout);
        put(written, "wait", wait);
        put(written, "metrics", metrics);
        say(written);
        return written;
    }

    static void put(Map<String, String> written, String name, @Nullable String text) {
        if (text != null) {
            written.put(name, text);
        }
    }
}
