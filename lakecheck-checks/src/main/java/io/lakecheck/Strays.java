// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folders that lie where the dataset's are named by date, and are none of them: a misspelled date, what a job left
 * over, somebody's archive. There may be any number, so only the first are named.
 *
 * @param named the first ones, as paths below the dataset's root, in key order folder by folder
 * @param count of all
 * @param failure why it could not be looked; empty where it could
 */
public record Strays(List<String> named, long count, Optional<LakeException> failure) {

    /** More than these are counted instead of named. */
    public static final int NAMED = 5;

    public static final Strays NONE = new Strays(List.of(), 0, Optional.empty());

    public Strays {
        named = List.copyOf(named);
    }

    public static Strays unseen(LakeException failure) {
        return new Strays(List.of(), 0, Optional.of(failure));
    }

    /** These and those of another folder. */
    Strays and(Strays others) {
        return new Strays(
                Stream.concat(named.stream(), others.named.stream())
                        .limit(NAMED)
                        .toList(),
                count + others.count,
                failure.or(others::failure));
    }

    /** {@code strays: dt=2026-1-5, dt=null and 3 more}; safe to print. */
    String text() {
        long more = count - named.size();
        return named.stream()
                .map(Display::visible)
                .collect(Collectors.joining(", ", "strays: ", more > 0 ? " and " + more + " more" : ""));
    }
}
