// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Strays;
import io.lakecheck.Suite;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.StrayKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Searches one folder for stray subfolders. Counts all of them, but keeps only the most serious ones. Not thread-safe.
 */
final class StrayListing extends MeteredListing implements Lake.FolderVisitor {

    /**
     * How long a folder outside the calendar is reported. Older folders may date from before a change of the calendar.
     */
    static final Duration RECENT = Duration.ofDays(31);

    private final String root;
    private final String path;
    private final Suite suite;
    private final Instant now;
    private final FolderDates dates = new FolderDates();
    private Strays strays = Strays.NONE;

    private StrayListing(String root, String path, Suite suite, Instant now, TrafficMeter meter) {
        super(meter);
        this.root = root;
        this.path = path;
        this.suite = suite;
        this.now = now;
    }

    /**
     * Searches a folder. If the listing fails for any reason, the result contains only the {@linkplain Strays#failure
     * failure}, and the strays found so far are discarded.
     *
     * @param path the path of the folder relative to the root, ending with a slash; an empty string for the root itself
     * @param suite the suite, whose datasets' folders are not strays
     * @param now the time as of which the lake is checked
     */
    static Strays list(Lake lake, String root, String path, Suite suite, Instant now, TrafficMeter meter) {
        StrayListing listing = new StrayListing(root, path, suite, now, meter);
        try {
            lake.folders(root, path, listing);
            listing.addImplausibleDates(lake, meter);
            return listing.strays;
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            return Strays.failed(LakeException.of(failure));
        }
    }

    @Override
    public boolean onFolder(String name) {
        checkInterrupt();
        String folder = root + path + name + "/";
        if (StrayKind.isHidden(name)) {
            return true;
        }
        if (suite.accountsFor(folder)) {
            strays = strays.plusKnown();
            suite.begin(folder).ifPresent(begin -> addDate(name, begin));
        } else {
            add(name, StrayKind.ofName(name));
        }
        return true;
    }

    private void addDate(String name, Instant begin) {
        if (begin.isAfter(lastAnswer(now).moment()) && begin.isAfter(now)) {
            add(name, StrayKind.FUTURE);
        } else {
            dates.add(name, begin, now);
            boolean isRecent = begin.isAfter(now.minus(RECENT)) && begin.isBefore(now);
            if (isRecent && suite.isOutsideCalendar(root + path + name + "/")) {
                add(name, StrayKind.OUTSIDE_CALENDAR);
            }
        }
    }

    private void addImplausibleDates(Lake lake, TrafficMeter meter) {
        dates.longAgo(now).forEach(name -> add(name, StrayKind.LONG_AGO));
        for (String name : dates.afterNow()) {
            if (new FirstObject(meter)
                    .in(lake, root, path + name + "/")
                    .filter(this::existed)
                    .isPresent()) {
                add(name, StrayKind.FUTURE);
            }
        }
    }

    private boolean existed(LakeObject object) {
        return !object.modified().isAfter(now);
    }

    private void add(String name, StrayKind kind) {
        // If a key contains two slashes in a row, the name is empty and only the slash can be shown.
        strays = strays.plus(new Strays.Stray(path + (name.isEmpty() ? "/" : name), kind));
    }

    /** A listing that stops at the first object of a folder. */
    private static final class FirstObject extends MeteredListing implements Lake.Visitor {

        private Optional<LakeObject> first = Optional.empty();

        FirstObject(TrafficMeter meter) {
            super(meter);
        }

        Optional<LakeObject> in(Lake lake, String root, String path) {
            lake.list(KeyRange.of(root, path), this);
            return first;
        }

        @Override
        public boolean onObject(LakeObject object) {
            countObject();
            first = Optional.of(object);
            return false;
        }
    }
}
