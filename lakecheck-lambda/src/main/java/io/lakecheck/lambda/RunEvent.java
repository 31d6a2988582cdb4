// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Report;
import io.lakecheck.report.JsonReporter;
import io.lakecheck.run.FunctionRun;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An event that requests a run: from a schedule, or from a person.
 *
 * @param settings the run's settings as written, by name
 * @param checks the names of the checks to report; empty for all
 */
record RunEvent(Map<String, String> settings, List<String> checks) implements FunctionEvent {

    private static final Set<String> KEYS = Set.of("datasets", "checks", "partition", "asOf");

    /** The event of a schedule: the whole suite as of now. */
    static final RunEvent WHOLE_SUITE = new RunEvent(Map.of(), List.of());

    /** @throws EventException if the event has other keys, or values of another type */
    static RunEvent of(EventJson event) {
        event.fields().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw EventException.shape("unknown event with the key '" + Display.visible(key) + "'");
                });
        Map<String, String> settings = new TreeMap<>();
        names(event, "datasets").ifPresent(names -> settings.put("datasets", String.join(",", names)));
        text(event, "partition").ifPresent(partition -> settings.put("partition", partition));
        text(event, "asOf").ifPresent(asOf -> settings.put("asOf", asOf));
        return new RunEvent(settings, names(event, "checks").orElse(List.of()));
    }

    @Override
    public void handle(Invocation invocation, OutputStream response) throws IOException {
        LoadedSuite suite = invocation.suite();
        FunctionRun run = suite.run(settings, invocation);
        Report checked = run.check();
        Report selected = checks.isEmpty() ? checked : FunctionRun.only(checks, checked);
        Report report = run.publish(suite.named(selected), suite.publication(run, invocation));
        JsonReporter.write(report, response);
        invocation.require(run.result(report));
    }

    private static Optional<List<String>> names(EventJson event, String key) {
        Optional<List<String>> names = event.texts(key).filter(all -> !all.isEmpty());
        return required(event, key, names, "a list of names");
    }

    private static Optional<String> text(EventJson event, String key) {
        return required(event, key, event.text(key), "a string");
    }

    private static <T> Optional<T> required(EventJson event, String key, Optional<T> value, String expected) {
        if (event.has(key) && value.isEmpty()) {
            throw EventException.shape("invalid value of '" + key + "': expected " + expected);
        }
        return value;
    }
}
