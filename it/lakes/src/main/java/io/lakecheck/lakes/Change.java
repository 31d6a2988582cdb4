// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.lake.MemoryLake;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A change of a lake that can be undone.
 *
 * @param removed objects that are in the lake before the change
 * @param added objects that are in the lake after the change
 */
record Change(List<StoredObject> removed, List<StoredObject> added) {

    Change {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    static Change removing(List<StoredObject> objects) {
        return new Change(objects, List.of());
    }

    static Change adding(List<StoredObject> objects) {
        return new Change(List.of(), objects);
    }

    static Change replacing(List<StoredObject> objects, UnaryOperator<StoredObject> replacement) {
        return new Change(objects, objects.stream().map(replacement).toList());
    }

    void applyTo(MemoryLake lake) {
        removed.forEach(object -> lake.remove(object.address()));
        added.forEach(object -> object.putInto(lake));
    }

    void undoIn(MemoryLake lake) {
        added.forEach(object -> lake.remove(object.address()));
        removed.forEach(object -> object.putInto(lake));
    }
}
