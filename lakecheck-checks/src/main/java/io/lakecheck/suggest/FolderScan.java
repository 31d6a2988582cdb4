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

/** Reads a listing of all objects under a folder and aggregates them by dated folder. Not thread-safe. */
final class FolderScan implements Lake.Visitor {

    /** The maximum number of dated folders: enough for eleven years of hourly folders. */
    private static final int MAX_FOLDERS = 100_000;

    /**
     * A group of dated folders next to each other.
     *
     * @param above the folder that contains them
     * @param name the text before their first date, such as {@code dt=}
     */
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
    private final TimeLimit limit;
    private Traffic requests = new Traffic(0, 0, 0);
    private long objects;
    private long undated;
    private int folders;

    private record TimeLimit(Duration timeout, long started) {

        boolean isExceeded() {
            return System.nanoTime() - started > timeout.toNanos();
        }
    }

    /** @param timeout the time limit for the listing, which starts now */
    FolderScan(Duration timeout) {
        this.limit = new TimeLimit(timeout, System.nanoTime());
    }

    @Override
    public void onAnswer(Lake.Answer answer) {
        requests = requests.plus(new Traffic(1, 0, 0));
        checkTime();
    }

    @Override
    public void onRetry() {
        requests = requests.plus(new Traffic(0, 1, 0));
        checkTime();
    }

    private void checkTime() {
        if (limit.isExceeded()) {
            throw new NothingToSuggestException("the listing took longer than " + Display.duration(limit.timeout())
                    + ". Increase lakecheck.timeout, or set lakecheck.location to a more specific folder");
        }
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
        folder(Place.of(path), path)
                .add(
                        key.substring(path.path(path.depth()).length()),
                        new LakeObject(key, object.bytes(), object.modified(), object.etag()));
        return true;
    }

    private FolderStats folder(Place place, DatedPath path) {
        return places.computeIfAbsent(place, none -> new HashMap<>()).computeIfAbsent(path, none -> {
            if (++folders > MAX_FOLDERS) {
                throw new NothingToSuggestException("more than " + MAX_FOLDERS
                        + " dated folders found. Set lakecheck.location to a more specific folder");
            }
            return new FolderStats();
        });
    }

    /** Returns the requests made so far. */
    Traffic traffic() {
        return requests.plus(new Traffic(0, 0, objects));
    }

    /** Returns the number of objects outside dated folders. */
    long undated() {
        return undated;
    }

    /** Returns the groups of dated folders, sorted by parent folder and name. */
    List<Place> places() {
        return new ArrayList<>(places.keySet());
    }

    /** Returns folders next to those of a group whose names seem to contain a date, but not a valid one. */
    List<String> strays(Place place) {
        return strays.in(place.above(), place.name());
    }

    Map<DatedPath, FolderStats> at(Place place) {
        return places.getOrDefault(place, Map.of());
    }
}
