// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows what <code>verify</code> would list and check, without reading the lake. The output contains, for each dataset,
 * the partition to check, its deadline, the limits, and the earlier partitions to compare it with.
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends LakecheckMojo {

    @Override
    RunResult run(Commands commands, MavenBuild build) {
        return commands.plan();
    }
}
