// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Replays the checks for each of the past days and shows how often and when each check would have alerted. Past alerts
 * do not fail the build. Partitions that have been repaired since then count as good. If partitions were copied or
 * restored, their original arrival times are unknown and <code>recency</code> is skipped.
 */
@Mojo(name = "backtest", requiresProject = false, threadSafe = true)
public final class BacktestMojo extends LakecheckMojo {

    /** The number of past days to replay. Default: 90. */
    @Parameter(property = "lakecheck.days")
    private @Nullable String days;

    /** The directory for <code>backtest.json</code>. Default: <code>lakecheck</code> in the build directory. */
    @Parameter(property = "lakecheck.reportDirectory")
    private @Nullable String reportDirectory;

    @Override
    void addSettings(Map<String, String> settings) {
        put(settings, "days", days);
    }

    @Override
    RunResult run(Commands commands, MavenBuild build) {
        return commands.backtest(build.reportDirectory(reportDirectory));
    }
}
