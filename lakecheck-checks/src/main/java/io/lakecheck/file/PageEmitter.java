// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.Lake;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Answers in pages of 1000 objects or folders as S3 does, at least one: so a suite costs the same number of requests
 * wherever it is tried out. The clock is read after a page's files were, so that none of them seems to be written later
 * than it was seen.
 */
final class PageEmitter<T> {

    private static final int LENGTH = 1000;

    private final Lake.Listener listener;
    private final Predicate<T> visitor;
    private final Clock clock;
    private final List<T> page = new ArrayList<>();
    private boolean answered;

    /** @param visitor answers whether more are wanted */
    PageEmitter(Lake.Listener listener, Predicate<T> visitor, Clock clock) {
        this.listener = listener;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** Answers whether more are wanted. */
    boolean add(T next) {
        if (page.isEmpty() && answered && !listener.wantsNextPage()) {
            return false;
        }
        page.add(next);
        return page.size() < LENGTH || turn();
    }

    void end() {
        if (!page.isEmpty() || !answered) {
            turn();
        }
    }

    private boolean turn() {
        Instant now = clock.instant();
        listener.onAnswer(new Lake.Answer(Optional.of(now), now));
        answered = true;
        for (T each : page) {
            if (!visitor.test(each)) {
                return false;
            }
        }
        page.clear();
        return true;
    }
}
