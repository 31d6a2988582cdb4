// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Display;
import java.util.Optional;

/**
 * A range of a {@link SplitListing}, read page by page by one thread. While it waits for a page, another thread may
 * take its second half; a page that arrives after that and goes beyond the new end is cut.
 */
final class ListedRange<P extends ListingPart<P>> implements Lake.Visitor {

    /** What the thread of a range does. */
    private enum State {
        WAITING,
        READING,
        ENDED
    }

    private final SplitListing<P> listing;
    private final P part;
    private final UnreadKeys unread;
    private final RangeEdges edges = new RangeEdges();
    private final PageSample page = new PageSample();
    private volatile State state = State.WAITING;

    ListedRange(SplitListing<P> listing, P part, UnreadKeys unread) {
        this.listing = listing;
        this.part = part;
        this.unread = unread;
    }

    P part() {
        return part;
    }

    RangeEdges edges() {
        return edges;
    }

    UnreadKeys unread() {
        return unread;
    }

    boolean isEnded() {
        return state == State.ENDED;
    }

    /** Returns whether the end of the range may be changed. */
    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Allows other threads to change the end of the range while the next page is on its way. */
    void await() {
        state = isEnded() ? State.ENDED : State.WAITING;
    }

    /** Returns whether there are no keys left in the range. */
    boolean isComplete() {
        return unread.interval().endsAt(unread.interval().after());
    }

    /** Returns whether the lake has not shown any key of the range. */
    boolean isEmpty() {
        return edges.first().isEmpty();
    }

    /** Returns whether the last page ended the listing, rather than the end of the range. */
    boolean isLast() {
        return state == State.READING && !edges.isPassed();
    }

    /** Ends the range. Returns the number of keys on its last page; empty if that page was counted before. */
    Optional<Long> end() {
        Optional<Long> keys = state == State.READING ? Optional.of(page.count()) : Optional.empty();
        state = State.ENDED;
        return keys;
    }

    @Override
    public void onAnswer(Lake.Answer answer) {
        synchronized (listing) {
            state = isEnded() ? State.ENDED : State.READING;
        }
        part.onAnswer(answer);
    }

    @Override
    public void onRequest() {
        part.onRequest();
    }

    @Override
    public void onRequestEnd() {
        part.onRequestEnd();
    }

    @Override
    public void onThrottle() {
        part.onThrottle();
    }

    @Override
    public void onRetry() {
        part.onRetry();
    }

    @Override
    public boolean onObject(LakeObject object) {
        if (isEnded()) {
            return false;
        }
        if (page.count() == 0) {
            start(object.key());
        }
        if (unread.interval().endsBefore(object.key())) {
            edges.pass(object.key());
            return false;
        }
        page.add(object);
        return part.onObject(object);
    }

    private void start(String key) {
        if (!unread.interval().startsBefore(key)) {
            throw new LakeException(
                    LakeException.Reason.PROTOCOL,
                    "a listing that starts after '"
                            + Display.visible(unread.interval().after()) + "' contains '" + Display.visible(key)
                            + "'. Check the endpoint: it does not support start-after");
        }
        edges.reach(key);
    }

    @Override
    public boolean wantsNextPage() {
        long count = page.count();
        return listing.onPage(this, count, page.end());
    }
}
