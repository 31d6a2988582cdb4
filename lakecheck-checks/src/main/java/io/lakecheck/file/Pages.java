// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.Lake;
import io.lakecheck.LakeObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers in pages of 1000 objects as S3 does, at least one: so a suite costs the same number of requests wherever it is tried out. The
 * clock is read after a page's files were, so that none of them seems to be written later than it was seen.
 */
final class Pages {

    private static final int LENGTH = 1000;

    private final Lake.Visitor visitor;
    private final Clock clock;
    private final List<LakeObject> page = new ArrayList<>();
    private boolean answered;

    Pages(Lake.Visitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    /** Answers whether more are wanted. */
    boolean add(LakeObject object) {
        page.add(object);
        return page.size() < LENGTH || turn();
    }

    void end() {
        if (!page.isEmpty() || !answered) {
            turn();
        }
    }

    private boolean turn() {
        Instant now = clock.instant();
        visitor.answered(new Lake.Answer(Optional.of(now), now));
        answered = true;
        for (LakeObject object : page) {
            if (!visitor.object(object)) {
                return false;
            }
        }
        page.clear();
        return true;
    }
}
