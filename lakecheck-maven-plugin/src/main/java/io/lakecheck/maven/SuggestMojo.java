// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Suggests a suite for what lies below a folder of the lake: finds how the dated folders are named, when they come and
 * how large they are, gives the evidence for each limit as a comment, and says what the suite would have flagged in the
 * past. Needs no suite. Lists everything below that folder.
 */
@Mojo(name = "suggest", requiresProject = false, aggregator = true, threadSafe = true)
public final class SuggestMojo extends LakecheckMojo {

    /** The folder above the dated ones: <code>s3://refined/kpi/</code>, or a local one. */
    @Parameter(property = "lakecheck.location")
    private @Nullable String location;

    /**
     * The time zone whose days the folders hold, which their names don't tell: <code>Europe/London</code>. By default
     * UTC.
     */
    @Parameter(property = "lakecheck.zone")
    private @Nullable String zone;

    /**
     * A file to write the suite to, such as <code>lakecheck.yml</code>. One that is there is never written over. By
     * default it is only shown.
     */
    @Parameter(property = "lakecheck.write")
    private @Nullable File write;

    @Override
    void say(Map<String, String> written) {
        put(written, "location", location);
        put(written, "zone", zone);
    }

    @Override
    RunResult ruling(Commands verification, Build build) {
        return verification.suggest(build.folder(), Optional.ofNullable(write).map(File::toPath));
    }
}
