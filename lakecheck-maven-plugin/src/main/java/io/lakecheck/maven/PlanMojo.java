// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Says what <code>verify</code> would list and judge: each dataset's partition, deadline and limits, and what it is
 * compared with. Looks at no lake.
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends LakecheckMojo {

    @Override
    RunResult ruling(Commands verification, Build build) {
        return verification.plan();
    }
}
