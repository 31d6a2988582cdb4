// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Suite;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.Set;

/**
 * The result of a shard's invocation, as reported by Step Functions.
 *
 * @param number the number of the shard, from 1; 0 if the shards could not be started
 * @param error the name of the error with which the last attempt failed; empty if the shard succeeded
 */
record ShardEnd(int number, Optional<String> error) {

    private static final Set<String> KEYS = Set.of("shard", "error");

    private static final String REMEDY = ". See the execution in Step Functions and the function's log";

    /** @throws EventException if the object contains an unknown key, or neither a number nor an error */
    static ShardEnd of(EventJson shard) {
        shard.requireOnly(KEYS);
        Optional<String> error = shard.text("error");
        return new ShardEnd(
                error.isPresent() && !shard.has("shard") ? 0 : shard.number("shard", Suite.MAX_SHARDS), error);
    }

    /** Returns why the shard has no result; empty if the shard succeeded. */
    Optional<LakeException> failure() {
        String shard = number == 0 ? "the shards could not be started" : "shard " + number;
        return error.map(name -> switch (name) {
            case "Sandbox.Timedout", "States.Timeout" ->
                new LakeException(Reason.TIMEOUT, shard + " took longer than the function's timeout" + REMEDY);
            case "Lambda.TooManyRequestsException" ->
                new LakeException(Reason.THROTTLED, shard + " was rejected: too many functions were running" + REMEDY);
            default ->
                new LakeException(
                        Reason.UNEXPECTED,
                        (number == 0 ? shard : shard + " failed") + " (" + Display.visible(name) + ")" + REMEDY);
        });
    }
}
