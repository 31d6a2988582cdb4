// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders next to a dataset's partitions that are not partitions: a misspelled date, leftovers of a job, an archive.
 * There may be any number of strays, so only the first ones are kept by name.
 *
 * @param named the first strays, as paths below the dataset's root, in key order within each parent folder
 * @param count the total number of strays
 * @param failure the reason why a parent folder could not be listed; empty if all were listed
 */
public record Strays(List<String> named, long count, Optional<LakeException> failure) {

    /** The number of strays that are kept by name; the others are only counted. */
    public static final int MAX_NAMED = 5;

    public static final Strays NONE = new Strays(List.of(), 0, Optional.empty());

    public Strays {
        named = List.copyOf(named);
    }

    /** Returns the result for a folder that could not be listed. */
    public static Strays failed(LakeException failure) {
        return new Strays(List.of(), 0, Optional.of(failure));
    }

    /** Returns these strays together with those of another folder. */
    Strays plus(Strays others) {
        return new Strays(
                Stream.concat(named.stream(), others.named.stream())
                        .limit(MAX_NAMED)
                        .toList(),
                count + others.count,
                failure.or(others::failure));
    }

    /** Returns the strays as a phrase that is safe to print: {@code stray folders: dt=2026-1-5, dt=null and 3 more}. */
    String text() {
        return "stray " + (count == 1 ? "folder: " : "folders: ")
                + Display.firstOf(named.stream().map(Display::visible).toList(), count);
    }
}
