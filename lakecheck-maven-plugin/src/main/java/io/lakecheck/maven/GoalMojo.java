// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.RunResult;
import io.lakecheck.spec.SuiteProblemsException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that can be skipped and whose result decides whether the build fails. */
abstract class GoalMojo extends AbstractMojo {

    /** Whether to skip this goal. */
    @Parameter(property = "lakecheck.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** @throws SuiteProblemsException if a parameter is invalid */
    abstract RunResult run(MavenBuild build);

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        // Otherwise, with -X, the AWS SDK would log the session token of temporary credentials.
        System.getProperties().putIfAbsent("org.slf4j.simpleLogger.log.software.amazon.awssdk", "info");
        if (skip) {
            getLog().info("lakecheck is skipped");
            return;
        }
        RunResult result;
        try {
            result = run(new MavenBuild(session, project));
        } catch (SuiteProblemsException e) {
            throw new MojoExecutionException(e.getMessage());
        }
        switch (result.signal()) {
            case PASS -> {}
            case VIOLATED -> throw new MojoFailureException(result.message());
            case BROKEN -> throw new MojoExecutionException(result.message());
        }
    }
}
