// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.lake.LakeObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces the times of listed objects: a seeded object gets the time it was seeded with, any other the test's time. An
 * object that the test wrote after the partition's marker counts as written one second after it.
 *
 * @param writeTimes the recorded writes
 * @param now the test's time; empty to keep the listed times
 * @param root the folder below which the objects were listed
 * @param dataset the dataset with partitions below the root; empty if there is none
 */
record ObjectTimes(WriteTimes writeTimes, Optional<Instant> now, String root, Optional<Dataset> dataset) {

    /** The resolution of times in listings. */
    private static final Duration STEP = Duration.ofSeconds(1);

    /** Returns the objects with their times replaced. */
    List<LakeObject> apply(List<LakeObject> listed) {
        Map<String, LakeObject> markers = new HashMap<>();
        listed.stream().filter(this::isMarker).forEach(marker -> markers.put(partition(marker.key()), marker));
        return listed.stream()
                .map(object -> new LakeObject(
                        object.key(),
                        object.bytes(),
                        time(object, Optional.ofNullable(markers.get(partition(object.key())))),
                        object.etag()))
                .toList();
    }

    private boolean isMarker(LakeObject object) {
        return dataset.flatMap(Dataset::marker)
                .filter(name -> object.key().equals(partition(object.key()) + name))
                .isPresent();
    }

    /**
     * Returns the path of the partition that contains a key: empty for an undated dataset, and the key itself if no
     * partition contains it.
     */
    private String partition(String key) {
        if (dataset.flatMap(each -> each.location().period()).isEmpty()) {
            return "";
        }
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            String folder = key.substring(0, slash + 1);
            if (dataset.flatMap(each -> each.location().parse(folder)).isPresent()) {
                return folder;
            }
        }
        return key;
    }

    private Instant time(LakeObject object, Optional<LakeObject> marker) {
        Instant time = time(object);
        Optional<Instant> markerTime =
                marker.filter(each -> wasWrittenAfter(object, each)).map(this::time);
        return markerTime
                .filter(instant -> !time.isAfter(instant))
                .map(instant -> instant.plus(STEP))
                .orElse(time);
    }

    private Instant time(LakeObject object) {
        return seedTime(object).orElseGet(() -> now.orElse(object.modified()));
    }

    private Optional<Instant> seedTime(LakeObject object) {
        return writeTimes.seedTime(root + object.key(), object.etag());
    }

    private boolean wasWrittenAfter(LakeObject object, LakeObject marker) {
        if (seedTime(object).isPresent() || seedTime(marker).isPresent()) {
            return false;
        }
        Optional<Long> order = writeTimes.order(root + object.key());
        Optional<Long> markerOrder = writeTimes.order(root + marker.key());
        if (order.isPresent() && markerOrder.isPresent()) {
            return order.get() > markerOrder.get();
        }
        return object.modified().isAfter(marker.modified());
    }
}
