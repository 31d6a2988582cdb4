// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All kinds of events in which AWS reports a created object, with keys that are easily decoded incorrectly. */
class EventShapesTest {

    private static final Instant TIME = Instant.parse("2026-01-03T03:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kpi/dt=2026-01-02/part-0.parquet",
                "kpi/dt=2026-01-02/a b+c%20d&e=f",
                "kpi/dt=2026-01-02/\"quoted\"\\back{brace}",
                "kpi/dt=2026-01-02/München/日本/🚀",
                "kpi/dt=2026-01-02/\n\t\u0000\u202e",
                "kpi/dt=2026-01-02/../../other",
                "kpi/dt=2026-01-02/${AWS_SECRET_ACCESS_KEY}",
                " /+",
                "%2525"
            })
    void each_shape_gives_the_key_as_it_is_in_the_lake(String key) {
        String notification = SampleEvents.notification("refined", key, TIME);
        String eventBridge = SampleEvents.eventBridge("refined", key, TIME);

        for (String event :
                List.of(eventBridge, notification, SampleEvents.sns(notification), SampleEvents.sns(eventBridge))) {
            assertThat(((ObjectEvents) read(event)).objects())
                    .as(event)
                    .singleElement()
                    .matches(object ->
                            object.bucket().equals("refined") && object.key().equals(key))
                    .matches(object ->
                            object.time().equals(TIME) && object.message().isEmpty());
        }
        QueueEvents queued = (QueueEvents)
                read(SampleEvents.sqs(List.of(notification, SampleEvents.snsEnvelope(notification), eventBridge)));
        assertThat(queued.unreadable()).isEmpty();
        assertThat(queued.objects()).extracting(ObjectArrival::key).containsExactly(key, key, key);
        assertThat(queued.objects())
                .extracting(ObjectArrival::message)
                .extracting(message -> message.map(QueueMessage::id))
                .containsExactly(Optional.of("message-0"), Optional.of("message-1"), Optional.of("message-2"));
    }

    @Test
    void other_events_of_s3_contain_no_object() {
        for (String event : List.of(
                SampleEvents.testEvent(),
                SampleEvents.sns(SampleEvents.testEvent()),
                SampleEvents.notification("ObjectRemoved:Delete", "refined", "kpi/x", TIME),
                SampleEvents.eventBridge("Object Deleted", "refined", "kpi/x", TIME))) {
            assertThat(((ObjectEvents) read(event)).objects()).as(event).isEmpty();
        }
        assertThat(((QueueEvents) read(SampleEvents.sqs(List.of(SampleEvents.testEvent())))).objects())
                .isEmpty();
    }

    @Test
    void copies_and_multipart_uploads_are_created_objects_too() {
        for (String type :
                List.of("ObjectCreated:Copy", "ObjectCreated:CompleteMultipartUpload", "s3:ObjectCreated:Put")) {
            assertThat(((ObjectEvents) read(SampleEvents.notification(type, "refined", "kpi/x", TIME))).objects())
                    .hasSize(1);
        }
    }

    @Test
    void a_message_that_is_no_event_leaves_the_others_readable() {
        QueueEvents batch = (QueueEvents) read(SampleEvents.sqs(List.of(
                "hello",
                SampleEvents.eventBridge("refined", "kpi/x", TIME),
                "{}",
                SampleEvents.notification("ObjectCreated:Put", "refined", "%zz", TIME),
                SampleEvents.notification("refined", "kpi/y", TIME).replace("2026-01-03T03:00:00Z", "yesterday"))));

        assertThat(batch.objects()).extracting(ObjectArrival::key).containsExactly("kpi/x");
        assertThat(batch.unreadable())
                .extracting(each -> each.message().id())
                .containsExactly("message-0", "message-2", "message-3", "message-4");
    }

    @Test
    void foreign_events_are_errors() {
        for (String event : List.of(
                "{\"Records\": [{\"eventSource\": \"aws:dynamodb\"}]}",
                "{\"Records\": [{\"eventSource\": \"aws:s3\"}]}",
                "{\"Records\": [{\"EventSource\": \"aws:sns\"}]}",
                "{\"Records\": [1]}",
                "{\"Records\": {}}",
                SampleEvents.sns("{}"),
                SampleEvents.sns("good morning"),
                SampleEvents.eventBridge("refined", "k", TIME).replace("\"key\"", "\"kee\""),
                SampleEvents.eventBridge("refined", "k", TIME).replace("aws.s3", "my.app"))) {
            assertThatThrownBy(() -> read(event)).as(event).isInstanceOf(EventException.class);
        }
    }

    private static FunctionEvent read(String event) {
        return EventReader.read(event.getBytes(StandardCharsets.UTF_8));
    }
}
