// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import io.lakecheck.Dataset;
import io.lakecheck.cloudwatch.JsonTree;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The S3 events that start checks. Each dataset has its own event unless there are too many datasets. In that case, all
 * datasets in a bucket that have the same marker share one event, and datasets without a marker have none.
 */
record ObjectEventList(Map<Dataset, S3Folders> folders) {

    /**
     * The maximum number of events. EventBridge allows 300 rules for each event bus, which other applications may
     * share.
     */
    private static final int MOST = 200;

    /** Returns the events as a tree for {@link JsonTree}. */
    List<Map<String, Object>> all() {
        return isShared() ? shared() : own();
    }

    /** Returns a message if there are datasets without an event. */
    Optional<String> warning() {
        long count = folders.values().stream()
                .filter(each -> each.marker().isEmpty())
                .count();
        return isShared() && count > 0
                ? Optional.of(Display.count(count, "dataset") + " without a marker "
                        + (count == 1 ? "is" : "are") + " checked only on schedules: EventBridge allows too few rules"
                        + " for " + folders.size() + " datasets. Have their jobs write a marker.")
                : Optional.empty();
    }

    private boolean isShared() {
        return folders.size() > MOST;
    }

    private List<Map<String, Object>> own() {
        List<Map<String, Object>> events = new ArrayList<>();
        ResourceNames names = new ResourceNames();
        folders.forEach((dataset, each) -> events.add(JsonTree.object(
                "name",
                names.of(dataset.name()),
                "dataset",
                dataset.name(),
                "bucket",
                each.bucket(),
                "key",
                each.completingKeys(),
                "queued",
                each.marker().isEmpty())));
        return events;
    }

    private List<Map<String, Object>> shared() {
        Map<String, Map<String, Object>> events = new LinkedHashMap<>();
        ResourceNames names = new ResourceNames();
        folders.values().forEach(each -> each.marker().ifPresent(marker -> {
            String key = "*" + S3Folders.escaped(marker);
            events.computeIfAbsent(
                    each.bucket() + "/" + key,
                    unused -> JsonTree.object(
                            "name",
                            names.of(each.bucket() + "-" + marker),
                            "bucket",
                            each.bucket(),
                            "key",
                            key,
                            "queued",
                            false));
        }));
        return List.copyOf(events.values());
    }
}
