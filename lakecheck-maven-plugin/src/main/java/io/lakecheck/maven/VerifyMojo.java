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
 * Judges a suite against its lake: did the right data arrive on time? Fails the build where it did not, and where that
 * can't be said. In a build of several modules a suite is judged once.
 */
@Mojo(name = "verify", requiresProject = false, threadSafe = true)
public final class VerifyMojo extends LakecheckMojo {

    /**
     * Where the reports go: <code>index.html</code>, <code>summary.md</code>, <code>lakecheck.json</code>, <code>
     * TEST-lakecheck.xml</code>. Those of an earlier run are deleted first. By default <code>lakecheck</code> in the
     * build directory.
     */
    @Parameter(property = "lakecheck.reportDirectory")
    private @Nullable String reportDirectory;

    @Override
    RunResult ruling(Commands verification, Build build) {
        Duration pause = build.isWatched() ? Duration.ofSeconds(5) : Duration.ofMinutes(1);
        return verification.run(build.reports(reportDirectory), new ProgressLine(getLog()::info, pause));
    }
}
