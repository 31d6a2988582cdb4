// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import io.lakecheck.Dataset;
import io.lakecheck.cloudwatch.JsonTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The S3 events that start checks. Each dataset has its own event unless there are too many datasets. In that case, all
 * datasets whose markers are in the same bucket and have the same name share one event, and those without a marker
 * share events that contain the prefixes of several datasets.
 */
record ObjectEventList(Map<Dataset, S3Folders> folders) {

    /**
     * The maximum number of events. EventBridge allows 300 rules for each event bus, which other applications may
     * share.
     */
    private static final int MOST = 200;

    /** Returns the events as a tree for {@link JsonTree}. */
    List<Map<String, Object>> all() {
        return folders.size() <= MOST ? own() : shared();
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
                each.completing().bucket(),
                "key",
                each.completing().pattern(),
                "queued",
                each.marker().isEmpty())));
        return events;
    }

    private List<Map<String, Object>> shared() {
        ResourceNames names = new ResourceNames();
        List<Map<String, Object>> events = new ArrayList<>(markers(names));
        Map<String, Set<String>> roots = new LinkedHashMap<>();
        folders.values().stream().filter(each -> each.marker().isEmpty()).forEach(each -> roots.computeIfAbsent(
                        each.data().bucket(), bucket -> new LinkedHashSet<>())
                .add(each.data().root()));
        roots.forEach((bucket, prefixes) -> {
            for (List<String> group : PrefixGroups.of(prefixes)) {
                events.add(JsonTree.object(
                        "name",
                        names.of(bucket + "-objects-" + (events.size() + 1)),
                        "bucket",
                        bucket,
                        "prefixes",
                        group,
                        "queued",
                        true));
            }
        });
        return events;
    }

    private Collection<Map<String, Object>> markers(ResourceNames names) {
        Map<String, Map<String, Object>> events = new LinkedHashMap<>();
        folders.values().forEach(each -> each.marker().ifPresent(marker -> {
            String key = marker.anywhere();
            events.computeIfAbsent(
                    marker.bucket() + "/" + key,
                    unused -> JsonTree.object(
                            "name",
                            names.of(marker.bucket() + "-" + marker.lastName()),
                            "bucket",
                            marker.bucket(),
                            "key",
                            key,
                            "queued",
                            false));
        }));
        return events.values();
    }
}
