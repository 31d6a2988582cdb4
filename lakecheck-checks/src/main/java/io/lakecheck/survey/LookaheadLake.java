// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.partition.Partition;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A lake whose first listing, that of a partition, reads on after the partition until the end of its first page.
 * Therefore, partitions in the future are found without an additional request if the listed one is small. Later
 * listings, for example of other ranges of a long partition, contain only what they are requested for.
 */
final class LookaheadLake implements Lake {

    private final Lake lake;
    private final SharedSnapshots shared;
    private final Partition partition;
    private final UnexpectedPartitions following;
    private final AtomicBoolean isFirst = new AtomicBoolean(true);
    private volatile boolean isFailed;

    /**
     * @param partition the partition to list, in a location that sorts by time
     * @param following collects the partitions that follow
     */
    LookaheadLake(Lake lake, SharedSnapshots shared, Partition partition, UnexpectedPartitions following) {
        this.lake = lake;
        this.shared = shared;
        this.partition = partition;
        this.following = following;
    }

    /** Returns whether the listing has failed, although a listing of the partition alone may succeed. */
    boolean isFailed() {
        return isFailed;
    }

    @Override
    public void list(KeyRange range, Visitor visitor) {
        if (!isFirst.getAndSet(false)) {
            lake.list(range, visitor);
            return;
        }
        KeyRange start = KeyRange.startingAt(range.root(), shared.location().prefix(), partition.prefix());
        FolderCursor cursor = new FolderCursor(shared.location(), partition.path());
        LookaheadListing listing = new LookaheadListing(visitor, start, partition, cursor, following);
        try {
            lake.list(start, listing);
            if (listing.isContinued()) {
                lake.list(new KeyRange(range.root(), range.prefix(), listing.last()), listing);
            }
        } catch (RuntimeException failure) {
            isFailed = !listing.isResumed();
            throw failure;
        }
        if (listing.isStopped()) {
            lake.list(range, visitor);
        }
    }

    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        lake.folders(root, path, visitor);
    }

    @Override
    public boolean isSorted(String root) {
        return lake.isSorted(root);
    }

    @Override
    public boolean isSeekable(String root) {
        return lake.isSeekable(root);
    }
}
