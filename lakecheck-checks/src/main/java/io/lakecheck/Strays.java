// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.StrayKind;
import io.lakecheck.value.Display;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders that are next to a dataset's partitions, but that no check reads: for example, folders for rows without a
 * date, folders with a misspelled or impossible date, leftovers of a job, or archives. Because there may be any number
 * of strays, only the names of the most serious ones are kept.
 *
 * @param named the most serious strays, starting with the most serious kind
 * @param count the total number of strays
 * @param failure the reason why a parent folder could not be listed; empty if all were listed
 */
public record Strays(List<Stray> named, long count, Optional<LakeException> failure) {

    /** The number of strays whose names are kept; the others are only counted. */
    private static final int MAX_NAMED = 5;

    public static final Strays NONE = new Strays(List.of(), 0, Optional.empty());

    /**
     * One stray folder.
     *
     * @param path the path relative to the dataset's root, without a trailing slash
     */
    public record Stray(String path, StrayKind kind) {

        String text() {
            String explanation = kind.toString();
            return Display.visible(path) + (explanation.isEmpty() ? "" : " (" + explanation + ")");
        }
    }

    public Strays {
        named = named.stream()
                .sorted(Comparator.comparing(Stray::kind))
                .limit(MAX_NAMED)
                .toList();
    }

    /** Returns the result for a folder that could not be listed. */
    public static Strays failed(LakeException failure) {
        return new Strays(List.of(), 0, Optional.of(failure));
    }

    /** Returns these strays and one more. */
    public Strays plus(Stray stray) {
        return plus(new Strays(List.of(stray), 1, Optional.empty()));
    }

    /** Returns these strays together with the strays of another folder. */
    Strays plus(Strays others) {
        return new Strays(
                Stream.concat(named.stream(), others.named.stream()).toList(),
                count + others.count,
                failure.or(others::failure));
    }

    /**
     * Returns the strays as a phrase that is safe to print, for example {@code stray folders: dt=null (rows without a
     * date), old}.
     */
    String text() {
        return "stray " + (count == 1 ? "folder: " : "folders: ")
                + Display.firstOf(named.stream().map(Stray::text).toList(), count);
    }
}
