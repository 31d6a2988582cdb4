// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares the suite's CloudWatch alarms with those in the account and shows the differences. Creates and updates
 * alarms if <code>lakecheck.apply</code> is <code>true</code>. There are alarms on each dataset's size, change and
 * presence, on checks that fail or can't read the lake, and on missing runs. Alarms that do not belong to the suite are
 * never changed.
 */
@Mojo(name = "alarms", requiresProject = false, threadSafe = true)
public final class AlarmsMojo extends LakecheckMojo {

    /** Whether to create and update alarms. Default: <code>false</code>, which only shows the differences. */
    @Parameter(property = "lakecheck.apply")
    private @Nullable String apply;

    /** Whether to also delete alarms that the suite no longer needs. Default: <code>false</code>. */
    @Parameter(property = "lakecheck.prune")
    private @Nullable String prune;

    @Override
    void addSettings(Map<String, String> settings) {
        put(settings, "apply", apply);
        put(settings, "prune", prune);
    }

    @Override
    RunResult run(Commands commands, MavenBuild build) {
        return commands.alarms();
    }
}
