// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.report.JsonReporter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An event that requests a run, either from a schedule or from a direct invocation.
 *
 * @param settings the run's settings by name, not yet parsed
 * @param checks the names of the checks to report; if empty, all checks
 * @param id the ID of the event, which is the same if the event is delivered twice; empty if the sender set none
 */
record RunEvent(Map<String, String> settings, List<String> checks, Optional<String> id) implements FunctionEvent {

    private static final Set<String> KEYS = Set.of("datasets", "checks", "partition", "asOf", "id");

    /** @throws EventException if the event contains an unknown key, or a value of the wrong type */
    static RunEvent of(EventJson event) {
        event.requireOnly(KEYS);
        Map<String, String> settings = new TreeMap<>();
        names(event, "datasets").ifPresent(names -> settings.put("datasets", String.join(",", names)));
        text(event, "partition").ifPresent(partition -> settings.put("partition", partition));
        text(event, "asOf").ifPresent(asOf -> settings.put("asOf", asOf));
        return new RunEvent(settings, names(event, "checks").orElse(List.of()), text(event, "id"));
    }

    /** Returns the event for a scheduled run. */
    static RunEvent scheduled(Optional<String> id) {
        return new RunEvent(Map.of(), List.of(), id);
    }

    @Override
    public void handle(Invocation invocation, OutputStream response) throws IOException {
        new RequestedRun(this, settings, id.orElseGet(invocation::requestId), invocation.requestId(), true)
                .publish(invocation, (suite, run) -> run.check(), JsonReporter::write, response);
    }

    /** Returns whether the event selects all checks, for the newest partitions at the current time. */
    boolean isLatest() {
        return checks.isEmpty() && Set.of("datasets").containsAll(settings.keySet());
    }

    /** Returns the names or globs of the selected datasets, separated by commas; empty for the whole suite. */
    Optional<String> datasets() {
        return Optional.ofNullable(settings.get("datasets"));
    }

    static Optional<List<String>> names(EventJson event, String key) {
        Optional<List<String>> names = event.texts(key).filter(all -> !all.isEmpty());
        return required(event, key, names, "a list of names");
    }

    static Optional<String> text(EventJson event, String key) {
        return required(event, key, event.text(key), "a string");
    }

    private static <T> Optional<T> required(EventJson event, String key, Optional<T> value, String expected) {
        if (event.has(key) && value.isEmpty()) {
            throw EventException.shape("invalid value for '" + key + "': expected " + expected);
        }
        return value;
    }
}
