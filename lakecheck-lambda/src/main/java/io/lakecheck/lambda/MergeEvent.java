// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.run.FunctionRun;
import io.lakecheck.run.ShardMerge;
import io.lakecheck.run.ShardStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An event that requests merging the shards of a run into one report, which is published as if it came from a single
 * invocation.
 *
 * @param shards the result of each shard's invocation
 * @param run the name of the run
 * @param asOf the time of the run's check
 * @param event what the run checks
 */
record MergeEvent(List<ShardEnd> shards, String run, String asOf, RunEvent event) implements FunctionEvent {

    private static final Set<String> KEYS = Set.of("merge", "run", "asOf", "event");

    MergeEvent {
        shards = List.copyOf(shards);
    }

    /**
     * @throws EventException if the event contains an unknown key or a value of the wrong type, or lacks a required key
     */
    static MergeEvent of(EventJson event) {
        event.requireOnly(KEYS);
        List<ShardEnd> shards = event
                .objects("merge")
                .orElseThrow(() -> EventException.shape("invalid value for 'merge': expected a list of shards"))
                .stream()
                .map(ShardEnd::of)
                .toList();
        RunEvent selected = RunEvent.of(event.object("event")
                .orElseThrow(() -> EventException.shape("invalid value for 'event': expected an object")));
        if (selected.settings().containsKey("partition") || selected.settings().containsKey("asOf")) {
            throw EventException.shape("invalid value for 'event': a run of shards checks the newest partitions, so"
                    + " only datasets and checks can be selected");
        }
        return new MergeEvent(shards, ShardEvent.runName(event), ShardEvent.asOf(event), selected);
    }

    @Override
    public void handle(Invocation invocation, OutputStream response) throws IOException {
        ShardStore results = invocation.shards(run);
        Map<String, String> settings = new TreeMap<>(event.settings());
        settings.put("asOf", asOf);
        new RequestedRun(event, settings, event.id().orElse(run), run, false)
                .publish(
                        invocation,
                        (suite, each) -> merged(each, results, suite.version().orElse("")),
                        MergeEvent::writeCounts,
                        response);
    }

    private Report merged(FunctionRun each, ShardStore results, String version) {
        ShardMerge merge = each.merge();
        for (ShardEnd shard : shards) {
            shard.failure().ifPresentOrElse(merge::addFailure, () -> merge.add(shard.number(), results, version));
        }
        return merge.report();
    }

    /** Writes only the counts, because the report may be larger than what Step Functions and Lambda accept. */
    private static void writeCounts(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("outcome", report.outcome().name());
            for (Outcome outcome : Outcome.values()) {
                json.writeNumberField(outcome.name().toLowerCase(Locale.ROOT), report.count(outcome));
            }
            json.writeEndObject();
        }
    }
}
