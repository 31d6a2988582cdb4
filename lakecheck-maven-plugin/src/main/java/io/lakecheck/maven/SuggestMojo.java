// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.Ruling;
import io.lakecheck.run.Suggestion;
import io.lakecheck.run.Verification;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a suite for a dataset that is there already: finds its folders' dates, period, marker, usual arrival and sizes, and shows what the
 * suite would have flagged. Needs no suite. Lists everything below the location.
 */
@Mojo(name = "suggest", requiresProject = false, threadSafe = true)
public final class SuggestMojo extends LakecheckMojo {

    /** The folder above the first date: <code>s3://refined/kpi/</code>, or a local one. */
    @Parameter(property = "lakecheck.location")
    private @Nullable String location;

    /** A file to write the suite to. One that is there is never written over. By default it is only shown. */
    @Parameter(property = "lakecheck.write")
    private @Nullable String write;

    /** How many past days to judge by it. By default 90. */
    @Parameter(property = "lakecheck.days")
    private @Nullable String days;

    @Override
    void say(Map<String, String> written) {
        put(written, "days", days);
    }

    @Override
    Ruling ruling(Verification verification, Build build) {
        return new Suggestion(verification.settings(), verification.clock(), verification.console())
                .suggest(
                        Optional.ofNullable(location),
                        Optional.ofNullable(write).map(build.folder()::resolve));
    }
}
