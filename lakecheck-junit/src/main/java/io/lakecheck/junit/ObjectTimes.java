// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Replaces the modification times of listed objects. A seeded object gets the time that was set for it, and any other
 * object gets the test's time. An object that the test wrote after its partition's marker gets a time at least one
 * second after the marker's.
 *
 * @param writeTimes the recorded writes
 * @param now the test's time; if empty, objects that were not seeded keep their times
 * @param root the folder under which the objects were listed
 * @param dataset the dataset whose partitions are under the root, or empty if there is none
 */
record ObjectTimes(WriteTimes writeTimes, Optional<Instant> now, String root, Optional<Dataset> dataset) {

    /** The resolution of modification times in listings. */
    private static final Duration STEP = Duration.ofSeconds(1);

    /** When an object was written, relative to the marker of its partition. */
    private enum Order {
        BEFORE,
        AFTER,
        UNKNOWN
    }

    /**
     * Returns the objects with their times replaced.
     *
     * @throws LakeException if it matters whether an object was written before or after its partition's marker, but
     *     this is unknown
     */
    List<LakeObject> apply(List<LakeObject> listed) {
        Map<String, LakeObject> markers = new HashMap<>();
        listed.stream().filter(this::isMarker).forEach(marker -> markers.put(partition(marker.key()), marker));
        Map<String, LakeException> ties = new LinkedHashMap<>();
        Map<String, LakeObject> late = new HashMap<>();
        List<LakeObject> replaced = new ArrayList<>();
        for (LakeObject object : listed) {
            String partition = partition(object.key());
            LakeObject marker = markers.get(partition);
            Order order = marker == null || marker.equals(object) ? Order.BEFORE : order(object, marker);
            if (marker != null && order == Order.UNKNOWN && mustBeBeforeMarker(object, partition)) {
                ties.putIfAbsent(partition, LakeException.unknownOrder(marker.key(), object.key()));
            }
            Instant time = time(object);
            if (marker != null && order == Order.AFTER) {
                late.put(partition, object);
                time = time.isAfter(time(marker)) ? time : time(marker).plus(STEP);
            }
            replaced.add(new LakeObject(object.key(), object.bytes(), time, object.etag()));
        }
        ties.keySet().removeAll(late.keySet());
        ties.values().stream().findFirst().ifPresent(tie -> {
            throw tie;
        });
        return replaced;
    }

    private boolean isMarker(LakeObject object) {
        return dataset.flatMap(Dataset::marker)
                .filter(name -> object.key().equals(partition(object.key()) + name))
                .isPresent();
    }

    /** Returns whether the partition would count as unsealed if this object had been written after the marker. */
    private boolean mustBeBeforeMarker(LakeObject object, String partition) {
        String path = object.key().substring(partition.length());
        return dataset.filter(each -> !each.mayGrowAfterMarker())
                .filter(each -> each.filter().isData(path, object.bytes()))
                .isPresent();
    }

    /**
     * Returns the path of the partition that contains an object. Returns an empty string if the dataset is undated, and
     * the object's key if it is not in any partition.
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

    private Instant time(LakeObject object) {
        return seedTime(object).orElseGet(() -> now.orElse(object.modified()));
    }

    private Optional<Instant> seedTime(LakeObject object) {
        return writeTimes.seedTime(root + object.key(), object.etag());
    }

    private Order order(LakeObject object, LakeObject marker) {
        if (seedTime(object).isPresent() || seedTime(marker).isPresent()) {
            return Order.BEFORE;
        }
        int compared = object.modified().compareTo(marker.modified());
        if (compared > 0 && !writeTimes.isExact()) {
            // An unrecorded write may have replaced the object that was recorded.
            return Order.AFTER;
        }
        OptionalLong number = writeTimes.number(root + object.key(), object.etag());
        OptionalLong markerNumber = writeTimes.number(root + marker.key(), marker.etag());
        if (number.isPresent() && markerNumber.isPresent()) {
            return number.getAsLong() > markerNumber.getAsLong() ? Order.AFTER : Order.BEFORE;
        }
        return compared == 0 ? Order.UNKNOWN : compared > 0 ? Order.AFTER : Order.BEFORE;
    }
}
