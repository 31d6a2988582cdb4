// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Traffic;
import io.lakecheck.survey.Progress;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A reader of small parts of a lake: the names of folders, and a few pages of objects. It counts requests and stops at
 * a time limit. Not thread-safe.
 */
final class LakeSampler {

    /** The maximum number of pages of folder names to read: enough for eleven years of hourly folders. */
    private static final int MOST_PAGES_OF_NAMES = 100;

    /** The number of pages after which reading ends if no folder has a date in its name. */
    private static final int MOST_PAGES_WITHOUT_DATES = 3;

    private final Lake lake;
    private final Duration timeout;
    private final Consumer<Progress> progress;
    private final long startedNanos = System.nanoTime();
    private Traffic traffic = new Traffic(0, 0, 0);
    private long throttled;

    /** @param timeout the time limit, which starts now */
    LakeSampler(Lake lake, Duration timeout, Consumer<Progress> progress) {
        this.lake = lake;
        this.timeout = timeout;
        this.progress = progress;
    }

    /**
     * The first names or objects of a listing.
     *
     * @param all the names or objects, in key order
     * @param isComplete whether there are no others
     */
    record Sample<T>(List<T> all, boolean isComplete) {}

    /**
     * Returns the names of the subfolders of a folder.
     *
     * @param folder the full path, ending with a slash
     */
    Sample<String> folders(String folder) {
        FolderPages pages = new FolderPages();
        lake.folders(folder, "", pages);
        return pages.sample();
    }

    /**
     * Returns the first objects of a range.
     *
     * @param pages the maximum number of pages to read
     */
    Sample<LakeObject> objects(KeyRange range, int pages) {
        ObjectPages read = new ObjectPages(pages);
        lake.list(range, read);
        Sample<LakeObject> sample = read.sample();
        add(new Traffic(0, 0, sample.all().size()));
        return sample;
    }

    /** Adds requests that were sent by others. */
    void add(Traffic more) {
        traffic = traffic.plus(more);
    }

    /** Returns a listener for the progress of a run, which adds the run's traffic to the requests made so far. */
    Consumer<Progress> continuing() {
        Traffic before = traffic;
        long throttledBefore = throttled;
        return run -> progress.accept(new Progress(
                run.listed(),
                run.needed(),
                before.plus(run.traffic()),
                run.inFlight(),
                throttledBefore + run.throttled()));
    }

    /** Returns the requests made so far. */
    Traffic traffic() {
        return traffic;
    }

    /** Returns the time that is left. */
    Duration timeLeft() {
        checkTime();
        return timeout.minusNanos(System.nanoTime() - startedNanos);
    }

    private void checkTime() {
        if (System.nanoTime() - startedNanos >= timeout.toNanos()) {
            throw new NothingToSuggestException("the listing took longer than " + Display.duration(timeout)
                    + ". Increase lakecheck.timeout, or set lakecheck.location to a more specific folder");
        }
    }

    /** Collects what the pages of one listing contain, and counts its requests. */
    private abstract class Pages<T> implements Lake.Listener {

        final List<T> all = new ArrayList<>();
        private int pages;
        private boolean hasStopped;

        /** Returns the maximum number of pages, given what has been read so far. */
        abstract int most();

        Sample<T> sample() {
            return new Sample<>(all, !hasStopped);
        }

        @Override
        public void onAnswer(Lake.Answer answer) {
            pages++;
            add(new Traffic(1, 0, 0));
            checkTime();
            progress.accept(new Progress(0, 0, traffic, 1, throttled));
        }

        @Override
        public void onThrottle() {
            throttled++;
        }

        @Override
        public void onRetry() {
            add(new Traffic(0, 1, 0));
            checkTime();
        }

        @Override
        public boolean wantsNextPage() {
            hasStopped = pages >= most();
            return !hasStopped;
        }
    }

    private final class FolderPages extends Pages<String> implements Lake.FolderVisitor {

        @Override
        public boolean onFolder(String name) {
            return all.add(name);
        }

        @Override
        int most() {
            boolean isDated =
                    all.stream().anyMatch(name -> DatedName.first(name).isPresent());
            return isDated ? MOST_PAGES_OF_NAMES : MOST_PAGES_WITHOUT_DATES;
        }
    }

    private final class ObjectPages extends Pages<LakeObject> implements Lake.Visitor {

        private final int most;

        ObjectPages(int most) {
            this.most = most;
        }

        @Override
        public boolean onObject(LakeObject object) {
            return all.add(object);
        }

        @Override
        int most() {
            return most;
        }
    }
}
