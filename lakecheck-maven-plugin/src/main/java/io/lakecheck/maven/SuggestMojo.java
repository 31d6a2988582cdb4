// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.report.ProgressLine;
import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import java.io.File;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Suggests a suite for a folder in the lake. Reads the names of folders and the most recent partitions, detects naming
 * patterns, arrival times and sizes, explains each limit in a comment, and shows the alerts that the suite would have
 * caused in the past. No existing suite is needed.
 */
@Mojo(name = "suggest", requiresProject = false, aggregator = true, threadSafe = true)
public final class SuggestMojo extends LakecheckMojo {

    /** The folder that contains the dated folders, such as <code>s3://refined/kpi/</code> or a local directory. */
    @Parameter(property = "lakecheck.location")
    private @Nullable String location;

    /**
     * The time zone of the dates in folder names, such as <code>Europe/London</code>. The time zone can't be detected.
     * Default: UTC.
     */
    @Parameter(property = "lakecheck.zone")
    private @Nullable String zone;

    /**
     * The file to write the suite to, such as <code>lakecheck.yml</code>. An existing file is never overwritten. By
     * default, the suite is only printed.
     */
    @Parameter(property = "lakecheck.write")
    private @Nullable File write;

    @Override
    void addSettings(Map<String, String> settings) {
        put(settings, "location", location);
        put(settings, "zone", zone);
    }

    @Override
    RunResult run(Commands commands, MavenBuild build) {
        Duration interval = build.isInteractive() ? Duration.ofSeconds(5) : Duration.ofMinutes(1);
        return commands.suggest(
                build.folder(),
                Optional.ofNullable(write).map(File::toPath),
                new ProgressLine(getLog()::info, interval));
    }
}
