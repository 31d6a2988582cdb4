// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Grafana or CloudWatch dashboard for the metrics that the suite publishes. The dashboard has a row for each
 * dataset, with a description of its checks, their outcomes over time, and charts of lateness, size, change and number
 * of objects. The suite's limits are drawn as thresholds. Reads neither the lake nor CloudWatch.
 */
@Mojo(name = "dashboard", requiresProject = false, threadSafe = true)
public final class DashboardMojo extends LakecheckMojo {

    /** The format: <code>grafana</code> or <code>cloudwatch</code>. Default: <code>grafana</code>. */
    @Parameter(property = "lakecheck.format")
    private @Nullable String format;

    /** The directory for the dashboard. Default: <code>lakecheck</code> in the build directory. */
    @Parameter(property = "lakecheck.reportDirectory")
    private @Nullable String reportDirectory;

    @Override
    void addSettings(Map<String, String> settings) {
        put(settings, "format", format);
    }

    @Override
    RunResult run(Commands commands, MavenBuild build) {
        return commands.dashboard(build.reportDirectory(reportDirectory));
    }
}
