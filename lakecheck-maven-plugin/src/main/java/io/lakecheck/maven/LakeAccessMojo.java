// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The base class of goals that can read a lake, with the parameters for connecting to it and listing it. */
abstract class LakeAccessMojo extends GoalMojo {

    /** The URL of an S3-compatible server. Default: from the suite or the environment. */
    @Parameter(property = "lakecheck.endpoint")
    private @Nullable String endpoint;

    /** The AWS region. Default: from the suite or the environment. */
    @Parameter(property = "lakecheck.region")
    private @Nullable String region;

    /** The profile in the AWS configuration files. Default: from the suite or the environment. */
    @Parameter(property = "lakecheck.profile")
    private @Nullable String profile;

    /**
     * Whether the URLs of requests contain the bucket's name in the path instead of the host name. Default: <code>true
     * </code> if an endpoint is set.
     */
    @Parameter(property = "lakecheck.pathStyle")
    private @Nullable String pathStyle;

    /** The maximum number of simultaneous requests to the lake. Default: 32. */
    @Parameter(property = "lakecheck.concurrency")
    private @Nullable String concurrency;

    /** The time limit for listing the lake, such as <code>30m</code>. Default: 10 minutes. */
    @Parameter(property = "lakecheck.timeout")
    private @Nullable String timeout;

    void addAccessSettings(Map<String, String> settings) {
        put(settings, "endpoint", endpoint);
        put(settings, "region", region);
        put(settings, "profile", profile);
        put(settings, "pathStyle", pathStyle);
        put(settings, "concurrency", concurrency);
        put(settings, "timeout", timeout);
    }

    static void put(Map<String, String> settings, String name, @Nullable String text) {
        if (text != null) {
            settings.put(name, text);
        }
    }
}
