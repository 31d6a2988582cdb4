// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objects in a partition that are not checked.
 *
 * @param objects the number of objects that are neither data nor the marker: hidden, excluded or not included
 * @param runs the number of runs that a newer run has replaced
 * @param names the names of the first few runs that have been replaced
 * @param leftover the first object that must be gone when the job has finished; empty if there is none
 */
public record Ignored(long objects, long runs, List<String> names, Optional<LakeObject> leftover) {

    private static final int MAX_NAMES = 5;

    static final Ignored NONE = new Ignored(0, 0, List.of(), Optional.empty());

    public Ignored {
        names = List.copyOf(names);
    }

    Ignored plusObject() {
        return new Ignored(objects + 1, runs, names, leftover);
    }

    Ignored plusLeftover(LakeObject object) {
        return new Ignored(objects + 1, runs, names, leftover.or(() -> Optional.of(object)));
    }

    Ignored plusRun(String name) {
        List<String> all = new ArrayList<>(names);
        if (all.size() < MAX_NAMES) {
            all.add(name);
        }
        return new Ignored(objects, runs + 1, all, leftover);
    }
}
