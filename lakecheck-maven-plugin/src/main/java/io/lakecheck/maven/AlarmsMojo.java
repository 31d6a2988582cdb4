// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows how the CloudWatch alarms that are there differ from those that the suite should have: for each dataset's size,
 * change, presence, checks that fail or can't look, and runs that stay out. Alarms that are not the suite's own are
 * never touched.
 */
@Mojo(name = "alarms", requiresProject = false, threadSafe = true)
public final class AlarmsMojo extends LakecheckMojo {

    /** Whether to make the alarms so. By default the difference is only shown. */
    @Parameter(property = "lakecheck.apply")
    private @Nullable String apply;

    /** Whether to delete also the suite's own alarms that it no longer has. By default they stay. */
    @Parameter(property = "lakecheck.prune")
    private @Nullable String prune;

    @Override
    void say(Map<String, String> written) {
        put(written, "apply", apply);
        put(written, "prune", prune);
    }

    @Override
    RunResult ruling(Commands verification, Build build) {
        return verification.alarms();
    }
}
