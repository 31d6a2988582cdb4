// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.cloudwatch.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schedules of a suite, each with the datasets that are checked at the same time. */
record ScheduleList(Suite suite) {

    /** Returns the schedules as a tree for {@link JsonTree}. */
    List<Map<String, Object>> all() {
        Map<CronSchedule, List<Dataset>> groups = new LinkedHashMap<>();
        suite.datasets().forEach(dataset -> CheckTimes.of(dataset)
                .forEach(schedule -> groups.computeIfAbsent(schedule, each -> new ArrayList<>())
                        .add(dataset)));
        List<Map<String, Object>> schedules = new ArrayList<>();
        groups.forEach((schedule, datasets) -> {
            Map<String, Object> facts = JsonTree.object(
                    "name",
                    schedule.name(),
                    "expression",
                    schedule.expression(),
                    "zone",
                    schedule.zone(),
                    "datasets",
                    datasets.stream().map(Dataset::name).toList(),
                    "event",
                    event(datasets));
            int shards = shards(datasets.size());
            if (shards > 1) {
                facts.put("shards", items(datasets, shards));
            }
            schedules.add(facts);
        });
        return schedules;
    }

    /** Returns the event that makes the function check these datasets. The event for the whole suite is empty. */
    private Map<String, Object> event(List<Dataset> datasets) {
        return datasets.size() == suite.datasets().size() ? Map.of() : Map.of("datasets", globs(datasets));
    }

    /**
     * Returns the number of shards for the given number of datasets. These shards are as large as those of the whole
     * suite.
     */
    private int shards(int datasets) {
        long total = suite.datasets().size();
        return Math.toIntExact(Math.min(datasets, -Math.floorDiv(-1L * datasets * suite.shards(), total)));
    }

    /**
     * Returns the shards. Datasets are assigned to them in turn, because datasets that are next to each other in a
     * suite are often similar in size.
     */
    private static List<Map<String, Object>> items(List<Dataset> datasets, int shards) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            List<Dataset> own = new ArrayList<>();
            for (int i = shard; i < datasets.size(); i += shards) {
                own.add(datasets.get(i));
            }
            items.add(JsonTree.object("shard", shard + 1, "datasets", globs(own)));
        }
        return items;
    }

    private static List<String> globs(List<Dataset> datasets) {
        return datasets.stream().map(ScheduleList::glob).toList();
    }

    /**
     * Returns a glob that matches the name. Special characters of lists, globs and variables are replaced by a
     * wildcard.
     */
    private static String glob(Dataset dataset) {
        return dataset.name().replaceAll(dataset.isOpen() ? "[{},$]" : "[*{},$]", "?");
    }
}
