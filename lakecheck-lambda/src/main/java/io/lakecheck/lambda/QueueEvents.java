// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A batch of SQS messages about objects created in S3. Messages about partitions that could not be checked or may still
 * change are delivered again. Messages about partitions with failed checks are not delivered again, because the failure
 * has been published.
 *
 * @param objects the objects in all messages
 * @param unreadable the messages that contain no event from S3; they are delivered again up to the queue's maximum
 *     number of receives
 */
record QueueEvents(List<ObjectArrival> objects, List<Unreadable> unreadable) implements FunctionEvent {

    QueueEvents {
        objects = List.copyOf(objects);
        unreadable = List.copyOf(unreadable);
    }

    /** A message that can't be read, and the reason. */
    record Unreadable(QueueMessage message, String problem) {}

    @Override
    public void handle(Invocation invocation, OutputStream response) throws IOException {
        Set<String> failures = new LinkedHashSet<>();
        for (Unreadable each : unreadable) {
            invocation
                    .log()
                    .error("message " + Display.visible(each.message().id()) + " can't be read: " + each.problem());
            failures.add(each.message().id());
        }
        try (MessageDelay delay = new MessageDelay(invocation.log())) {
            for (ArrivalResult result : ArrivalRun.all(objects, invocation)) {
                result.retried().stream().map(QueueMessage::id).forEach(failures::add);
                if (result.state() == ArrivalResult.State.UNFINISHED) {
                    result.retried().forEach(message -> delay.delay(message, result.delay()));
                }
            }
        }
        write(failures, response);
    }

    private static void write(Set<String> failures, OutputStream response) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(response, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayFieldStart("batchItemFailures");
            for (String id : failures) {
                json.writeStartObject();
                json.writeStringField("itemIdentifier", id);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
