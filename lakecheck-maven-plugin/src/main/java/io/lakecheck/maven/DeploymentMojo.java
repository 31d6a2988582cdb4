// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes <code>deployment.json</code>, which lakecheck's Terraform module reads to run the suite as an AWS Lambda
 * function: the schedules, the S3 events to subscribe to, the prefixes to list, the alarms and the dashboards. Reads
 * neither the lake nor CloudWatch.
 */
@Mojo(name = "deployment", requiresProject = false, threadSafe = true)
public final class DeploymentMojo extends LakecheckMojo {

    /** The directory for the file. Default: <code>lakecheck</code> in the build directory. */
    @Parameter(property = "lakecheck.reportDirectory")
    private @Nullable String reportDirectory;

    @Override
    RunResult run(Commands commands, MavenBuild build) {
        return commands.deployment(build.reportDirectory(reportDirectory));
    }
}
