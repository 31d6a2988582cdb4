// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.run.ShardStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An event that requests a shard: a run of some datasets whose results are stored for a later merge. Nothing is
 * published, and failed checks don't fail the invocation.
 *
 * @param number the number of the shard, from 1
 * @param run the name of the run that the shard belongs to
 * @param settings the run's settings by name, not yet parsed
 */
record ShardEvent(int number, String run, Map<String, String> settings) implements FunctionEvent {

    private static final Set<String> KEYS = Set.of("shard", "run", "datasets", "asOf");

    /**
     * @throws EventException if the event contains an unknown key or a value of the wrong type, or lacks a required key
     */
    static ShardEvent of(EventJson event) {
        event.requireOnly(KEYS);
        return new ShardEvent(
                event.number("shard", Suite.MAX_SHARDS),
                runName(event),
                Map.of(
                        "datasets",
                        String.join(",", required("datasets", RunEvent.names(event, "datasets"))),
                        "asOf",
                        asOf(event)));
    }

    /** Returns the name of a run, which is part of the paths of its files. */
    static String runName(EventJson event) {
        return event.text("run")
                .filter(name -> name.matches("[A-Za-z0-9_-]{1,80}"))
                .orElseThrow(() -> EventException.shape(
                        "invalid value for 'run': expected up to 80 letters, digits, dashes and underscores"));
    }

    /** Returns the time of the run's check, which is the same for all of its shards. */
    static String asOf(EventJson event) {
        return required("asOf", RunEvent.text(event, "asOf"));
    }

    private static <T> T required(String key, Optional<T> value) {
        return value.orElseThrow(() -> EventException.shape("'" + key + "' is missing from the event"));
    }

    @Override
    public void handle(Invocation invocation, OutputStream response) throws IOException {
        ShardStore results = invocation.shards(run);
        LoadedSuite suite = invocation.suite();
        Report report = suite.run(settings, invocation).check();
        results.write(number, report, suite.version().orElse(""));
        invocation.log().info("shard " + number + " of run " + run + " " + report);
        response.write(("{\"shard\": " + number + "}").getBytes(StandardCharsets.UTF_8));
    }
}
