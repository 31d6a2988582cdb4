// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.report.ProgressLine;
import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import java.time.Duration;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks the lake, writes reports, and fails the build if a check fails or the lake can't be read. A multi-module build
 * checks each suite only once.
 */
@Mojo(name = "verify", requiresProject = false, threadSafe = true)
public final class VerifyMojo extends LakecheckMojo {

    /**
     * The directory for the reports <code>index.html</code>, <code>summary.md</code>, <code>lakecheck.json</code> and
     * <code>TEST-lakecheck.xml</code>. Reports of an earlier run are deleted first. Default: <code>lakecheck</code> in
     * the build directory.
     */
    @Parameter(property = "lakecheck.reportDirectory")
    private @Nullable String reportDirectory;

    @Override
    RunResult run(Commands commands, MavenBuild build) {
        Duration interval = build.isInteractive() ? Duration.ofSeconds(5) : Duration.ofMinutes(1);
        return commands.verify(build.reportDirectory(reportDirectory), new ProgressLine(getLog()::info, interval));
    }
}
