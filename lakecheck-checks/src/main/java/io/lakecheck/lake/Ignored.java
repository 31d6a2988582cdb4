// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.Utf8Order;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects in a partition that are not checked.
 *
 * @param objects the number of objects that are neither data nor the marker: hidden, excluded or not included
 * @param runs the number of runs that a newer run has replaced
 * @param names the names of the first few runs that have been replaced, in key order
 * @param leftover the first object that the job should have removed before it finished; empty if there is none
 * @param example the first object that is neither hidden nor a leftover, but excluded or not included; empty if there
 *     is none
 * @param hidden the objects that are ignored because of their names, although they may contain data
 */
public record Ignored(
        long objects,
        long runs,
        List<String> names,
        Optional<LakeObject> leftover,
        Optional<LakeObject> example,
        HiddenObjects hidden) {

    private static final int MAX_NAMES = 5;

    /** No objects are ignored. */
    public static final Ignored NONE =
            new Ignored(0, 0, List.of(), Optional.empty(), Optional.empty(), HiddenObjects.NONE);

    public Ignored {
        names = List.copyOf(names);
    }

    /** Returns a copy with one more object, which is only counted. */
    Ignored plusObject() {
        return new Ignored(objects + 1, runs, names, leftover, example, hidden);
    }

    /** Returns a copy with one more object that messages may name. */
    Ignored plusObject(LakeObject object) {
        return new Ignored(objects + 1, runs, names, leftover, example.or(() -> Optional.of(object)), hidden);
    }

    Ignored plusHidden(LakeObject object) {
        return new Ignored(objects + 1, runs, names, leftover, example, hidden.plus(object));
    }

    Ignored plusLeftover(LakeObject object) {
        return new Ignored(objects + 1, runs, names, leftover.or(() -> Optional.of(object)), example, hidden);
    }

    Ignored plusRun(String name) {
        return plus(new Ignored(0, 1, List.of(name), Optional.empty(), Optional.empty(), HiddenObjects.NONE));
    }

    Ignored plus(Ignored other) {
        List<String> all = Stream.concat(names.stream(), other.names.stream())
                .sorted(Utf8Order.BYTES)
                .limit(MAX_NAMES)
                .toList();
        return new Ignored(
                objects + other.objects,
                runs + other.runs,
                all,
                leftover.or(other::leftover),
                example.or(other::example),
                hidden.plus(other.hidden));
    }
}
