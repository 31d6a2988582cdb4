// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.shard;

import io.lakecheck.Evidence;
import io.lakecheck.lake.Traffic;
import java.time.Duration;
import java.util.List;

/**
 * The result of one shard of a run. It contains evidence instead of verdicts, so that the merged report is evaluated,
 * rendered and published as if a single function had listed everything.
 *
 * @param version identifies the version of the suite that the shard used; an empty string if the suite is deployed with
 *     the function
 * @param took how long the shard ran
 * @param traffic the numbers of requests that the shard made and of objects that it listed
 * @param evidence the evidence for each dataset of the shard that the suite still contains
 */
public record ShardResult(String version, Duration took, Traffic traffic, List<Evidence> evidence) {

    public ShardResult {
        evidence = List.copyOf(evidence);
    }
}
