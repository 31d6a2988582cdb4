// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Strays.Stray;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A single listing of many partitions, sorted by date, so that small ones share a page and its request. At the end of
 * each page, it measures how many periods the page spanned. Partitions that are more than one page ahead would need a
 * request of their own anyway, so they are split off and listed concurrently. A range listing therefore never needs
 * more requests than separate listings of its partitions would. Not thread-safe.
 */
final class RangeListing extends MeteredListing implements ListingPart<RangeListing> {

    private final Instant now;
    private final Consumer<List<Partition>> onSplit;
    private final RangeSnapshots snapshots;
    private final FolderCursor cursor;
    private final PageSpan page;
    private PartitionRange range;
    private boolean isPassed;

    /**
     * @param range partitions of a dataset whose location sorts by time
     * @param onSplit receives each group of partitions that needs a listing of its own
     */
    RangeListing(
            SharedSnapshots shared,
            PartitionRange range,
            TrafficMeter meter,
            Instant now,
            Consumer<List<Partition>> onSplit) {
        super(meter);
        this.now = now;
        this.onSplit = onSplit;
        this.snapshots = new RangeSnapshots(shared, new UnexpectedPartitions(shared, now));
        this.cursor = new FolderCursor(shared.location(), range.start().path());
        this.page = new PageSpan(shared.location().period().orElseThrow(), PartitionRange.from(range.start()));
        this.range = range;
    }

    private RangeListing(RangeListing other) {
        super(other.meter());
        this.now = other.now;
        this.onSplit = other.onSplit;
        this.snapshots = other.snapshots.another();
        this.cursor = other.cursor.another();
        this.page = other.page.another();
        this.range = other.range;
    }

    /**
     * Lists the range in the calling thread and, if the range is long, also in idle threads.
     *
     * @param prefix the prefix of the keys of all partitions of the location
     */
    CompletableFuture<RangeListing> list(SurveyContext context, String prefix) {
        return SplitListing.list(context, range.keys(prefix), this);
    }

    /** Returns the snapshots of all partitions that were not split off. */
    Map<Partition, Snapshot> snapshots() {
        return snapshots.of(range.partitions(), lastAnswer(now));
    }

    /** Returns the snapshots of the wanted partitions that the listing has passed. */
    Map<Partition, Snapshot> passed() {
        return snapshots.of(range.passed(), lastAnswer(now));
    }

    /** Returns the partitions that were not split off. */
    List<Partition> partitions() {
        return range.partitions();
    }

    /** Returns the partitions that were passed although they are unexpected, earliest first. */
    Collection<Stray> unexpected() {
        return snapshots.unexpected().strays();
    }

    /** Returns the number of keys listed. */
    long keys() {
        return snapshots.keys();
    }

    /** Returns the number of periods from the start of the listing to the last of {@link #partitions}. */
    long periods() {
        return range.periods();
    }

    @Override
    public boolean onObject(LakeObject object) {
        if (!cursor.contains(object.key())) {
            enterFolder(object.key());
        }
        if (isPassed) {
            snapshots.unexpected().add(cursor, object);
            // The rest of the page costs no request. Without a last key, a split listing would continue after the page.
            checkInterrupt();
            return lastKey().isPresent();
        }
        countObject();
        snapshots.add(object, cursor);
        return true;
    }

    @Override
    public void onAnswer(Lake.Answer answer) {
        super.onAnswer(answer);
        snapshots.onAnswer(answer);
    }

    @Override
    public boolean wantsNextPage() {
        if (isPassed) {
            return false;
        }
        long periods = page.end();
        List<List<Partition>> groups = range.split(page.reached(), periods);
        if (groups.size() == 1) {
            return true;
        }
        range = range.endingWith(groups.get(0));
        groups.subList(1, groups.size()).forEach(onSplit);
        return !groups.get(0).isEmpty() && !range.endsBefore(cursor.folder());
    }

    @Override
    public RangeListing another() {
        return new RangeListing(this);
    }

    @Override
    public void append(RangeListing following) {
        snapshots.append(following.snapshots);
        appendAnswer(following);
    }

    @Override
    public Optional<String> lastKey() {
        return range.lastKey();
    }

    @Override
    public List<String> landmarks() {
        return range.prefixes();
    }

    private void enterFolder(String key) {
        cursor.moveTo(key);
        Optional<Partition> found = range.find(cursor.folder());
        if (found.isPresent()) {
            snapshots.enter(found.get(), lastAnswer(now));
            page.reach(PartitionRange.from(found.get()));
            return;
        }
        snapshots.leave();
        cursor.time().ifPresent(page::reach);
        isPassed = range.endsBefore(key);
    }
}
