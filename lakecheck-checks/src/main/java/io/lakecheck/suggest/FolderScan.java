// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Traffic;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sorts what lies below a folder into dated folders while it is listed, once and from one end to the other. For one
 * thread.
 */
final class FolderScan implements Lake.Visitor {

    /** Eleven years of hours. */
    private static final int MOST_FOLDERS = 100_000;

    /** Dated folders side by side: what is above them, and the name of the first date. */
    record Place(String above, String name) implements Comparable<Place> {

        static Place of(DatedPath path) {
            return new Place(path.above(), path.names().get(0));
        }

        @Override
        public int compareTo(Place other) {
            int order = above.compareTo(other.above);
            return order != 0 ? order : name.compareTo(other.name);
        }
    }

    private final Map<Place, Map<DatedPath, FolderStats>> places = new TreeMap<>();
    private final StrayFolders strays = new StrayFolders();
    private final Duration timeout;
    private final long started = System.nanoTime();
    private long requests;
    private long retries;
    private long objects;
    private long undated;
    private int folders;

    /** @param timeout how long it may take */
    FolderScan(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void onAnswer(Lake.Answer answer) {
        requests++;
        if (System.nanoTime() - started > timeout.toNanos()) {
            throw new NothingToSuggestException("looking took longer than " + Display.duration(timeout)
                    + "; allow more with lakecheck.timeout, or name a folder further down in lakecheck.location");
        }
    }

    @Override
    public void onRetry() {
        retries++;
    }

    @Override
    public boolean onObject(LakeObject object) {
        objects++;
        Optional<DatedPath> dated = DatedPath.of(object.key());
        if (dated.isEmpty()) {
            undated++;
            strays.add(object.key());
            return true;
        }
        DatedPath path = dated.get();
        if (path.isYearAlone()) {
            strays.add(object.key());
        }
        String key = object.key().substring(path.above().length());
        pile(Place.of(path), path)
                .add(
                        key.substring(path.path(path.depth()).length()),
                        new LakeObject(key, object.bytes(), object.modified(), object.etag()));
        return true;
    }

    private FolderStats pile(Place place, DatedPath path) {
        return places.computeIfAbsent(place, none -> new HashMap<>()).computeIfAbsent(path, none -> {
            if (++folders > MOST_FOLDERS) {
                throw new NothingToSuggestException("there are more than " + MOST_FOLDERS
                        + " dated folders; name a folder further down in lakecheck.location");
            }
            return new FolderStats();
        });
    }

    /** What looking cost so far. */
    Traffic traffic() {
        return new Traffic(requests, retries, objects);
    }

    /** How many objects lie in no dated folder. */
    long undated() {
        return undated;
    }

    /** The places, in the order of their names. */
    List<Place> places() {
        return new ArrayList<>(places.keySet());
    }

    /** Folders beside those of a place that hold no date, and seem to be meant to. */
    List<String> strays(Place place) {
        return strays.beside(place.above(), place.name());
    }

    Map<DatedPath, FolderStats> at(Place place) {
        return places.getOrDefault(place, Map.of());
    }
}
