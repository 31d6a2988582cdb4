// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

/** Thrown if the function doesn't accept an event. The message describes the events that it accepts. */
final class EventException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String SHAPES = """
            . Accepted events: {}, which runs the whole suite; an object with any of these keys: {"datasets":\
             ["kpi-*"], "checks": ["recency"], "partition": "2026-01-02", "asOf": "2026-01-03T07:00", "id":\
             "daily-0700"}; an EventBridge "Scheduled Event"; {"shard": 1, "run": "2026-01-03", "datasets":\
             ["kpi-*"], "asOf": "2026-01-03T07:00:00Z"}, which checks a shard; {"merge": [{"shard": 1}, {"shard": 2,\
             "error": "Sandbox.Timedout"}], "run": "2026-01-03", "asOf": "2026-01-03T07:00:00Z", "event": {}}, which\
             merges the shards of a run; an S3 "Object Created" event from EventBridge; and an S3 ObjectCreated\
             notification, directly or through SNS or SQS.""";

    private EventException(String message) {
        super(message, null, false, false);
    }

    static EventException shape(String problem) {
        return new EventException(problem + SHAPES);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
