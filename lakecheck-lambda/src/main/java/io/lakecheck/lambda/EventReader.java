// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.value.Display;

/** Recognizes events by their shape. */
final class EventReader {

    private EventReader() {}

    /** @throws EventException if the event is not one that the function accepts */
    static FunctionEvent read(byte[] text) {
        EventJson event = EventJson.parse(text);
        String detailType = event.text("detail-type").orElse("");
        return switch (detailType) {
            case "" -> RunEvent.of(event);
            case "Scheduled Event" -> RunEvent.WHOLE_SUITE;
            default ->
                throw EventException.shape("unknown EventBridge event '" + Display.visible(detailType) + "'");
        };
    }
}
