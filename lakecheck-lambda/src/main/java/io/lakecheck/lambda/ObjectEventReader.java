// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.value.Display;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the objects that S3's events report as created, no matter how the events were delivered. For other events from
 * S3, returns no objects.
 */
final class ObjectEventReader {

    private ObjectEventReader() {}

    /** Reads an event from S3 that EventBridge delivered. Its keys are not encoded. */
    static List<ObjectArrival> fromEventBridge(EventJson event) {
        return event.text("detail-type").filter("Object Created"::equals).isEmpty()
                ? List.of()
                : List.of(new ObjectArrival(
                        required(event, "detail", "bucket", "name"),
                        required(event, "detail", "object", "key"),
                        bytes(event.textAt("detail", "object", "size")),
                        time(required(event, "time")),
                        Optional.empty()));
    }

    /**
     * Reads the records of a notification that S3 sent to Lambda, SNS or SQS. Their keys are encoded as in HTML forms.
     */
    static List<ObjectArrival> fromNotification(List<EventJson> records) {
        List<ObjectArrival> arrivals = new ArrayList<>();
        for (EventJson each : records) {
            if (required(each, "eventName").matches("(s3:)?ObjectCreated:.*")) {
                arrivals.add(new ObjectArrival(
                        required(each, "s3", "bucket", "name"),
                        decoded(required(each, "s3", "object", "key")),
                        bytes(each.textAt("s3", "object", "size")),
                        time(required(each, "eventTime")),
                        Optional.empty()));
            }
        }
        return arrivals;
    }

    private static String required(EventJson event, String... path) {
        return event.textAt(path)
                .orElseThrow(() -> EventException.shape("an S3 event has no field '" + String.join(".", path) + "'"));
    }

    private static String decoded(String key) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw EventException.shape(
                    "an S3 notification has the key '" + Display.visible(key) + "', which is not valid URL encoding");
        }
    }

    private static long bytes(Optional<String> size) {
        return size.filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw EventException.shape("an S3 event has the invalid time '" + Display.visible(text)
                    + "': expected a time such as 2026-01-03T03:00:00Z");
        }
    }
}
