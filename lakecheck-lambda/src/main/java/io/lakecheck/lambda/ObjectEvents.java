// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lakecheck.run.RunResult;
import io.lakecheck.run.Signal;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * An event from S3, EventBridge or SNS that reports objects created in S3.
 *
 * @param objects the objects that were created; empty for other events from S3
 */
record ObjectEvents(List<ObjectArrival> objects) implements FunctionEvent {

    ObjectEvents {
        objects = List.copyOf(objects);
    }

    @Override
    public void handle(Invocation invocation, OutputStream response) throws IOException {
        List<ArrivalResult> results = ArrivalRun.all(objects, invocation);
        results.stream()
                .filter(result -> result.state() == ArrivalResult.State.UNFINISHED)
                .forEach(result -> invocation
                        .log()
                        .warn(Display.visible(result.arrivals().label())
                                + " is still changing and was not checked. To have it checked as soon as it is"
                                + " complete, have the job write a marker, or send the events through an SQS queue."
                                + " Otherwise, the next scheduled run checks it."));
        write(results, response);
        first(results, Signal.BROKEN).or(() -> first(results, Signal.VIOLATED)).ifPresent(Signals::require);
    }

    private static Optional<RunResult> first(List<ArrivalResult> results, Signal signal) {
        return results.stream()
                .map(ArrivalResult::result)
                .filter(result -> result.signal() == signal)
                .findFirst();
    }

    private static void write(List<ArrivalResult> results, OutputStream response) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(response, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayFieldStart("partitions");
            for (ArrivalResult result : results) {
                json.writeStartObject();
                json.writeStringField("dataset", result.arrivals().dataset().name());
                json.writeStringField("partition", result.arrivals().partition().label());
                json.writeStringField("state", result.state().name());
                if (result.state() == ArrivalResult.State.CHECKED || result.state() == ArrivalResult.State.DUPLICATE) {
                    json.writeStringField("outcome", result.outcome().name());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
