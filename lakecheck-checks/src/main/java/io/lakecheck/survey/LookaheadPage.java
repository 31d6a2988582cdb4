// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Utf8Order;

/**
 * A page that contains the beginning of a partition and, if the page has room, what follows. Passes the objects in the
 * partition to another visitor, and then collects unexpected partitions. Not thread-safe.
 */
final class LookaheadPage implements Lake.Visitor {

    private final Lake.Visitor visitor;
    private final String prefix;
    private final FolderCursor cursor;
    private final UnexpectedPartitions following;
    private String last = "";
    private boolean isPassed;
    private boolean isContinued;

    LookaheadPage(Lake.Visitor visitor, Partition partition, FolderCursor cursor, UnexpectedPartitions following) {
        this.visitor = visitor;
        this.prefix = partition.prefix();
        this.cursor = cursor;
        this.following = following;
    }

    /** Returns the last key in the partition that the page contains; an empty string if there is none. */
    String last() {
        return last;
    }

    /** Returns whether the partition continues on the next page and the visitor wants that page. */
    boolean isContinued() {
        return isContinued;
    }

    @Override
    public boolean onObject(LakeObject object) {
        String key = object.key();
        if (key.startsWith(prefix)) {
            last = key;
            return visitor.onObject(object);
        }
        MeteredListing.checkInterrupt();
        if (Utf8Order.BYTES.compare(prefix, key) < 0) {
            isPassed = true;
            if (!cursor.contains(key)) {
                cursor.moveTo(key);
            }
            following.add(cursor, object);
        }
        return true;
    }

    @Override
    public void onAnswer(Lake.Answer answer) {
        visitor.onAnswer(answer);
    }

    @Override
    public void onRequest() {
        visitor.onRequest();
    }

    @Override
    public void onRequestEnd() {
        visitor.onRequestEnd();
    }

    @Override
    public void onThrottle() {
        visitor.onThrottle();
    }

    @Override
    public void onRetry() {
        visitor.onRetry();
    }

    @Override
    public boolean wantsNextPage() {
        isContinued = !isPassed && visitor.wantsNextPage();
        return false;
    }
}
