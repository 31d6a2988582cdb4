// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.value.Display;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses events and recognizes them by their fields. */
final class EventReader {

    private EventReader() {}

    /** @throws EventException if the function doesn't accept the event */
    static FunctionEvent read(byte[] text) {
        EventJson event = EventJson.parse(text);
        if (event.objects("Records").filter(EventReader::areFromQueue).isPresent()) {
            return batch(event.objects("Records").get());
        }
        Optional<List<ObjectArrival>> arrivals = arrivals(event);
        if (arrivals.isPresent()) {
            return new ObjectEvents(arrivals.get());
        }
        if (event.text("detail-type").filter("Scheduled Event"::equals).isPresent()) {
            return RunEvent.scheduled(event.text("id"));
        }
        if (event.has("detail-type")) {
            throw EventException.shape("unsupported EventBridge event '"
                    + Display.visible(event.text("detail-type").orElse("")) + "' from source '"
                    + Display.visible(event.text("source").orElse("")) + "'");
        }
        if (event.has("shard")) {
            return ShardEvent.of(event);
        }
        return event.has("merge") ? MergeEvent.of(event) : RunEvent.of(event);
    }

    private static boolean areFromQueue(List<EventJson> records) {
        return !records.isEmpty() && records.stream().allMatch(each -> isFrom(each, "eventSource", "aws:sqs"));
    }

    private static boolean isFrom(EventJson event, String field, String source) {
        return event.text(field).filter(source::equals).isPresent();
    }

    /**
     * Reads a batch of SQS messages. Messages that can't be read are kept separately, so that the others can still be
     * processed.
     */
    private static FunctionEvent batch(List<EventJson> records) {
        List<ObjectArrival> arrivals = new ArrayList<>();
        List<QueueEvents.Unreadable> unreadable = new ArrayList<>();
        for (EventJson each : records) {
            QueueMessage message = new QueueMessage(
                    each.text("messageId").orElse(""),
                    each.text("receiptHandle").orElse(""),
                    each.text("eventSourceARN").orElse(""));
            try {
                embedded(each.text("body")).forEach(arrival -> arrivals.add(arrival.in(message)));
            } catch (EventException e) {
                unreadable.add(new QueueEvents.Unreadable(message, e.getMessage()));
            }
        }
        return new QueueEvents(arrivals, unreadable);
    }

    /**
     * Returns the objects that an event from S3, EventBridge or SNS reports as created, or empty if the event comes
     * from another source.
     */
    private static Optional<List<ObjectArrival>> arrivals(EventJson event) {
        if (isFrom(event, "source", "aws.s3") && event.has("detail-type")) {
            return Optional.of(ObjectEventReader.fromEventBridge(event));
        }
        if (isFrom(event, "Service", "Amazon S3") && isFrom(event, "Event", "s3:TestEvent")) {
            return Optional.of(List.of());
        }
        if (isFrom(event, "Type", "Notification") && event.has("Message")) {
            return Optional.of(embedded(event.text("Message")));
        }
        return event.objects("Records").map(EventReader::records);
    }

    private static List<ObjectArrival> records(List<EventJson> records) {
        if (records.stream().allMatch(each -> isFrom(each, "eventSource", "aws:s3"))) {
            return ObjectEventReader.fromNotification(records);
        }
        if (records.stream().allMatch(each -> isFrom(each, "EventSource", "aws:sns"))) {
            return records.stream()
                    .flatMap(each -> embedded(each.textAt("Sns", "Message")).stream())
                    .toList();
        }
        throw EventException.shape("the event's Records come from an unknown source");
    }

    /** Returns the objects that an event reports as created, if the event is contained in another one as a string. */
    private static List<ObjectArrival> embedded(Optional<String> text) {
        EventJson inner = EventJson.parse(text.orElseThrow(() -> EventException.shape("a message has no text"))
                .getBytes(StandardCharsets.UTF_8));
        return arrivals(inner).orElseThrow(() -> EventException.shape("a message contains no S3 event"));
    }
}
