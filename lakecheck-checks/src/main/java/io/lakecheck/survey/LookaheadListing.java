// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.ForwardingListener;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Utf8Order;

/**
 * A listing of a partition, and of what follows it on the same page. Passes the objects in the partition to another
 * visitor, and then collects unexpected partitions. After a first page that is full, it normally ends, so that a page
 * without objects of the partition is not requested. Not thread-safe.
 */
final class LookaheadListing extends ForwardingListener implements Lake.Visitor {

    private enum State {
        /** No object of the partition has been read. */
        BEFORE,
        /** The first page contains the partition. */
        REACHED,
        /** The page contains an object that follows the partition. */
        PASSED,
        /** See {@link #isStopped}. */
        STOPPED,
        /** See {@link #isContinued}. */
        CONTINUED,
        /** The rest of the partition is being read. */
        RESUMED
    }

    private final Lake.Visitor visitor;
    private final KeyRange range;
    private final String prefix;
    private final FolderCursor cursor;
    private final UnexpectedPartitions following;
    private String last = "";
    private State state = State.BEFORE;

    /** @param range the range to list, which starts shortly before the partition */
    LookaheadListing(
            Lake.Visitor visitor,
            KeyRange range,
            Partition partition,
            FolderCursor cursor,
            UnexpectedPartitions following) {
        super(visitor);
        this.visitor = visitor;
        this.range = range;
        this.prefix = partition.prefix();
        this.cursor = cursor;
        this.following = following;
    }

    /**
     * Returns whether the listing was stopped before the partition: the lake has ignored the start of the range, or the
     * partition is not on the first page.
     */
    boolean isStopped() {
        return state == State.STOPPED;
    }

    /** Returns whether the partition continues after {@link #last}, and the visitor wants the rest. */
    boolean isContinued() {
        return state == State.CONTINUED;
    }

    /** Returns whether the first page and the start of the rest were as requested. */
    boolean isResumed() {
        return state == State.RESUMED;
    }

    /** Returns the last key in the partition that was read. */
    String last() {
        return last;
    }

    @Override
    public boolean onObject(LakeObject object) {
        String key = object.key();
        if (key.startsWith(prefix)) {
            boolean isWanted = visitor.onObject(object);
            state = state == State.CONTINUED || state == State.RESUMED ? State.RESUMED : State.REACHED;
            last = key;
            return isWanted;
        }
        MeteredListing.checkInterrupt();
        if (Utf8Order.BYTES.compare(prefix, key) < 0) {
            state = State.PASSED;
            if (!cursor.contains(key)) {
                cursor.moveTo(key);
            }
            following.add(cursor, object);
            return true;
        }
        if (Utf8Order.BYTES.compare(key, range.after()) <= 0) {
            state = State.STOPPED;
        }
        return state != State.STOPPED;
    }

    @Override
    public boolean wantsNextPage() {
        if (state == State.BEFORE) {
            state = State.STOPPED;
        }
        if (state == State.STOPPED || state == State.PASSED || !visitor.wantsNextPage()) {
            return false;
        }
        boolean startsAfterLast = state == State.REACHED && last.codePoints().allMatch(LookaheadListing::isPlain);
        state = startsAfterLast ? State.CONTINUED : State.RESUMED;
        return state == State.RESUMED;
    }

    /** Returns whether all servers agree on the place of a character after which a listing starts. */
    private static boolean isPlain(int character) {
        return PivotText.isAllowed(character) && character < 0x80;
    }
}
