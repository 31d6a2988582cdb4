// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A listing that is split among several threads if it is long. It starts as a single range of keys, which one thread
 * reads page by page. After eight pages, each idle thread takes over the second half of the range with the most unread
 * keys and lists it concurrently. The results are joined in key order. If the lake does not list a range correctly, a
 * single thread lists everything. Thread-safe.
 */
final class SplitListing<P extends ListingPart<P>> {

    /**
     * A range is split only if its estimated number of unread pages is at least this. The next of these pages has
     * already been requested.
     */
    private static final double MIN_PAGES = 3;

    /** The minimum if pages have no gaps: the pages are known, so splitting costs no additional request. */
    private static final double MIN_GAPLESS_PAGES = 1.001;

    /**
     * The minimum as long as the listing has read few pages and only guesses where keys are: many short ranges would
     * use up the budget for additional requests, which a long range may need later.
     */
    private static final double MIN_GUESSED_PAGES = 6;

    private static final long FEW_PAGES = 200;

    /** The maximum number of ranges of a throttled listing that may wait without a request in flight. */
    private static final int MAX_WAITING = 4;

    private final SurveyContext context;
    private final KeyRange keys;
    private final CompletableFuture<P> result = new CompletableFuture<>();
    private final SplitBudget budget;
    private final SplitHints hints;

    /** The ranges, in key order, except those that were given up. */
    private final List<ListedRange<P>> ranges = new ArrayList<>();

    /** The number of threads that have been requested but have not started yet. */
    private int helpers;

    private SplitListing(SurveyContext context, KeyRange keys) {
        this.context = context;
        this.keys = keys;
        this.hints = SplitHints.of(keys);
        this.budget = new SplitBudget(context.lake().isSeekable(keys.root()) ? context.concurrency() : 1);
    }

    /**
     * Lists a range of keys in the calling thread and in idle threads.
     *
     * @param part an empty part, which collects the data of the first range
     * @return a future for the joined parts, which fails with a {@link LakeException} if the lake could not be listed
     *     completely
     */
    static <P extends ListingPart<P>> CompletableFuture<P> list(SurveyContext context, KeyRange keys, P part) {
        SplitListing<P> listing;
        try {
            listing = new SplitListing<>(context, keys);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            return CompletableFuture.failedFuture(LakeException.of(failure));
        }
        listing.work(Optional.of(listing.whole(part)));
        return listing.result;
    }

    private synchronized ListedRange<P> whole(P part) {
        ranges.forEach(ListedRange::end);
        ranges.clear();
        ranges.add(new ListedRange<>(this, part, new UnreadKeys(new KeyInterval(keys.after(), Optional.empty()))));
        return ranges.get(0);
    }

    private void work(Optional<ListedRange<P>> first) {
        for (Optional<ListedRange<P>> next = first; next.isPresent(); ) {
            next = read(next.get()).or(this::take);
        }
    }

    /** Reads a range. If that fails, returns the range that must be read instead, if any. */
    private Optional<ListedRange<P>> read(ListedRange<P> range) {
        KeyRange rest = new KeyRange(
                keys.root(), keys.prefix(), range.unread().interval().after());
        try {
            context.lake().list(rest, range);
            return end(range);
        } catch (RuntimeException | LinkageError | VirtualMachineError failure) {
            return fail(range, LakeException.of(failure));
        }
    }

    /** Records a page. Returns whether the range needs the next page. */
    boolean onPage(ListedRange<P> range, long count, List<String> sample) {
        boolean isSplit;
        synchronized (this) {
            if (range.isEnded()) {
                return false;
            }
            record(range, count, sample);
            isSplit = ranges.size() > 1;
        }
        // The range can't be split here, because it is not waiting for its next page yet.
        boolean isWanted = !range.isComplete() && (isSplit || range.part().wantsNextPage());
        synchronized (this) {
            range.await();
        }
        if (isWanted) {
            requestHelp();
        }
        return isWanted;
    }

    private void record(ListedRange<P> range, long count, List<String> sample) {
        budget.spend(count);
        if (sample.isEmpty()) {
            return;
        }
        hints.heap().record(count, sample.get(sample.size() - 1));
        hints.observed().add(range.unread().interval().after(), sample);
        range.unread().advance(sample);
        if (budget.isOpen()) {
            hints.folders().passPage();
            if (ranges.size() == 1) {
                orientate(range);
            }
            range.unread().estimate(hints.observed(), sample, count, budget.pages());
        }
    }

    private void requestHelp() {
        int count;
        synchronized (this) {
            int allowed = Math.max(0, ranges() - helpers);
            count = allowed > 0 && ranges.stream().anyMatch(this::canBeSplit) ? allowed : 0;
            helpers += count;
        }
        for (int i = 0; i < count; i++) {
            context.executor().execute(this::help);
        }
    }

    private void help() {
        synchronized (this) {
            helpers--;
        }
        work(take());
    }

    /** Takes over half of the range with the most unread keys. Returns empty if no range is worth splitting. */
    private synchronized Optional<ListedRange<P>> take() {
        if (ranges() < 1) {
            return Optional.empty();
        }
        return ranges.stream()
                .filter(this::canBeSplit)
                .sorted(Comparator.comparingDouble(
                                (ListedRange<P> range) -> range.unread().pages())
                        .reversed())
                .toList()
                .stream()
                .flatMap(range -> split(range).stream())
                .findFirst();
    }

    /** Sets the end and the landmarks of the first range to those of the entire listing. */
    private void orientate(ListedRange<P> first) {
        P part = first.part();
        String reached = first.unread().interval().after();
        if (part.landmarks().isEmpty()) {
            hints.folders().request(reached, budget.ranges(active())).forEach(path -> context.executor()
                    .execute(() -> findFolders(path)));
        }
        List<String> folders = hints.folders().paths();
        Landmarks landmarks = folders.isEmpty()
                ? Landmarks.measured(part.landmarks(), reached, budget.pages())
                : Landmarks.folders(folders, reached, budget.pages());
        first.unread().limit(part.lastKey(), landmarks);
    }

    private void findFolders(String path) {
        if (result.isDone()) {
            return;
        }
        List<String> found = TopFolders.list(context, keys.root(), path);
        synchronized (this) {
            budget.waste();
            hints.folders().know(path, found);
            if (ranges.size() > 1 || active() == 0) {
                return;
            }
            orientate(ranges.get(0));
        }
        requestHelp();
    }

    /**
     * Returns whether another thread may take over half of the range. A range of which nothing has been read is split
     * only until a first page turns out to be empty: then the listing may have ended before all such ranges.
     */
    private boolean canBeSplit(ListedRange<?> range) {
        return range.isWaiting()
                && range.unread().canBeSplit()
                && (range.unread().isConfirmed() || !budget.hasEmptyPage())
                && range.unread().pages() >= minPages(range);
    }

    private double minPages(ListedRange<?> range) {
        if (range.unread().isConfirmed() && range.unread().isGapless()) {
            return MIN_GAPLESS_PAGES;
        }
        boolean isGuess = budget.pages() < FEW_PAGES && range.part().landmarks().isEmpty();
        return isGuess ? MIN_GUESSED_PAGES : MIN_PAGES;
    }

    private Optional<ListedRange<P>> split(ListedRange<P> range) {
        P part = range.part().another();
        return range.unread().split(budget.pages()).map(half -> {
            ListedRange<P> next = new ListedRange<>(this, part, half);
            ranges.add(ranges.indexOf(range) + 1, next);
            return next;
        });
    }

    /**
     * Returns the number of additional ranges into which the listing may still be split. If the lake is throttling,
     * there are hardly more ranges than requests in flight, because additional ones would only wait and each of them
     * may waste a request.
     */
    private int ranges() {
        if (!budget.isForAllThreads()) {
            budget.expect(unreadPages());
        }
        int active = active();
        int allowed = hints.folders().areAwaited()
                ? 0
                : Math.min(budget.ranges(active), hints.heap().pages() - active);
        boolean isThrottled = context.meter().throttled() > 0;
        return isThrottled ? Math.min(allowed, context.meter().inFlight() + MAX_WAITING - active) : allowed;
    }

    /** Returns an estimate of the pages without gaps between keys that have been read. */
    private double unreadPages() {
        double unread = 0;
        double known = 0;
        for (ListedRange<P> range : ranges) {
            known = range.unread().isConfirmed() ? unread : known;
            unread += range.isEnded() || !range.unread().isGapless()
                    ? 0
                    : range.unread().pages();
        }
        return known;
    }

    private int active() {
        return (int) ranges.stream().filter(range -> !range.isEnded()).count();
    }

    private Optional<ListedRange<P>> end(ListedRange<P> range) {
        synchronized (this) {
            if (!ranges.contains(range)) {
                return Optional.empty();
            }
            if (range.isLast()) {
                giveUp(ranges.indexOf(range) + 1);
            }
            range.end().ifPresent(budget::spend);
            if (active() > 0) {
                return Optional.empty();
            }
            if (RangeEdges.haveGap(ranges.stream().map(ListedRange::edges).toList())) {
                return listInOneChain();
            }
        }
        P whole = ranges.get(0).part();
        ranges.stream().skip(1).forEach(next -> whole.append(next.part()));
        result.complete(whole);
        return Optional.empty();
    }

    /**
     * Gives up ranges for which the lake has returned no key, because the listing has ended before them.
     *
     * @param first the index of the first range to consider
     */
    private void giveUp(int first) {
        List<ListedRange<P>> following = ranges.subList(first, ranges.size());
        following.stream().filter(range -> range.isEmpty() && !range.isEnded()).forEach(range -> {
            range.end();
            budget.waste();
        });
        following.removeIf(ListedRange::isEmpty);
    }

    private Optional<ListedRange<P>> fail(ListedRange<P> range, LakeException failure) {
        synchronized (this) {
            if (!ranges.contains(range)) {
                return Optional.empty();
            }
            boolean isFirst = range == ranges.get(0);
            if (!isFirst && !failure.reason().affectsAll() && failure.reason() != Reason.OVERFLOW) {
                return listInOneChain();
            }
            whole(range.part());
        }
        result.completeExceptionally(failure);
        return Optional.empty();
    }

    /**
     * Gives up all ranges except the first, which then extends to the end of the listing. Returns the first range if it
     * must be read again.
     */
    private Optional<ListedRange<P>> listInOneChain() {
        budget.close();
        ListedRange<P> first = ranges.get(0);
        if (!first.isWaiting()) {
            return Optional.of(whole(first.part().another()));
        }
        first.unread().limit(Optional.empty(), Landmarks.NONE);
        List<ListedRange<P>> others = ranges.subList(1, ranges.size());
        others.forEach(ListedRange::end);
        others.clear();
        return Optional.empty();
    }
}
