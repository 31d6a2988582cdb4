// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

import java.util.Optional;

/**
 * Connection settings for an AWS service that override the settings in the environment. They never contain a secret,
 * because credentials come from the SDK's default chain.
 *
 * @param endpoint the URL of a custom endpoint with a compatible API; empty for AWS
 * @param region the AWS region
 * @param profile the name of a profile in the user's AWS configuration
 * @param pathStyle whether URLs contain the bucket in the path instead of the host name; applies only to S3
 */
public record Connection(
        Optional<String> endpoint, Optional<String> region, Optional<String> profile, Optional<Boolean> pathStyle) {

    public static final Connection DEFAULT =
            new Connection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns a copy of these settings in which each empty setting is replaced by that of {@code other}. */
    public Connection or(Connection other) {
        return new Connection(
                endpoint.or(other::endpoint),
                region.or(other::region),
                profile.or(other::profile),
                pathStyle.or(other::pathStyle));
    }
}
