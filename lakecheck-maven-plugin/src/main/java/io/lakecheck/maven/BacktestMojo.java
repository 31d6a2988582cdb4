// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Judges a suite on each of the past days, as it would have been: how often each check would have rung, and when. What
 * rang then fails no build. Repaired partitions look good; where partitions were copied or restored since, their
 * recency is skipped and says so.
 */
@Mojo(name = "backtest", requiresProject = false, threadSafe = true)
public final class BacktestMojo extends LakecheckMojo {

    /** How many days back. By default 90. */
    @Parameter(property = "lakecheck.days")
    private @Nullable String days;

    /** Where <code>backtest.json</code> goes. By default <code>lakecheck</code> in the build directory. */
    @Parameter(property = "lakecheck.reportDirectory")
    private @Nullable String reportDirectory;

    @Override
    void say(Map<String, String> written) {
        put(written, "days", days);
    }

    @Override
    RunResult ruling(Commands verification, Build build) {
        return verification.backtest(build.reports(reportDirectory));
    }
}
