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
 * Delivers objects or folders in pages of 1000, like S3, so that a suite needs the same number of requests for a local
 * copy as for S3. An empty listing has one empty page. The clock is read after the files in a page have been read, so
 * that no file appears to have been written after it was listed.
 */
final class PageEmitter<T> {

    private static final int LENGTH = 1000;

    private final Lake.Listener listener;
    private final Predicate<T> visitor;
    private final Clock clock;
    private final List<T> page = new ArrayList<>();
    private boolean answered;

    /** @param visitor receives the items; returns whether to continue */
    PageEmitter(Lake.Listener listener, Predicate<T> visitor, Clock clock) {
        this.listener = listener;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** Adds an item and returns whether to continue. */
    boolean add(T next) {
        if (page.isEmpty() && answered && !listener.wantsNextPage()) {
            return false;
        }
        page.add(next);
        return page.size() < LENGTH || emit();
    }

    /** Delivers the last page. */
    void end() {
        if (!page.isEmpty() || !answered) {
            emit();
        }
    }

    private boolean emit() {
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
