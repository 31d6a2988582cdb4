// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

import java.util.Optional;

/**
 * How an AWS service is reached where the environment's own settings are not meant. Never holds a secret: credentials
 * come from the SDK's chain.
 *
 * @param endpoint address of a server that speaks its protocol
 * @param region AWS region
 * @param profile name in the user's AWS configuration
 * @param pathStyle whether buckets stand in the path instead of the host name; for S3 alone
 */
public record Connection(
        Optional<String> endpoint, Optional<String> region, Optional<String> profile, Optional<Boolean> pathStyle) {

    public static final Connection DEFAULT =
            new Connection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These settings, and where one is missing the other's. */
    public Connection or(Connection other) {
        return new Connection(
                endpoint.or(other::endpoint),
                region.or(other::region),
                profile.or(other::profile),
                pathStyle.or(other::pathStyle));
    }
}
