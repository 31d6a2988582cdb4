// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.ForwardingListener;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Display;
import java.util.Optional;

/**
 * A range of keys in a {@link SplitListing}, which one thread reads page by page. While that thread waits for a page,
 * another thread may take over the second half of the range. If the page then contains keys beyond the new end, those
 * keys are ignored.
 */
final class ListedRange<P extends ListingPart<P>> extends ForwardingListener implements Lake.Visitor {

    /** What the thread that reads the range is doing. */
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
        super(part);
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

    /** Returns whether other threads may change the end of the range. */
    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Allows other threads to change the end of the range until the next page arrives. */
    void await() {
        state = isEnded() ? State.ENDED : State.WAITING;
    }

    /** Returns whether all keys in the range have been read. */
    boolean isComplete() {
        return unread.interval().endsAt(unread.interval().after());
    }

    /** Returns whether the lake has returned no key for the range so far. */
    boolean isEmpty() {
        return edges.first().isEmpty();
    }

    /** Returns whether reading ended because the lake has no more keys, and not because the range's end was reached. */
    boolean isLast() {
        return state == State.READING && !edges.isPassed();
    }

    /** Ends the range. Returns the number of keys on its last page, or empty if that page has already been counted. */
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
        super.onAnswer(answer);
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
                            + "'. The endpoint doesn't seem to support start-after; check that it is correct");
        }
        edges.reach(key);
    }

    @Override
    public boolean wantsNextPage() {
        long count = page.count();
        return listing.onPage(this, count, page.end());
    }
}
