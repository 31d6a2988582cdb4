// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.StrayKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Files next to the dated folders of a dataset, which are in no partition, such as {@code 2026/01/index.html}. */
final class UndatedFiles {

    private UndatedFiles() {}

    /** Returns the full paths of the files among the objects that were read anyway. */
    static List<String> among(List<RecentPartitions.Sample> samples, Location location) {
        Set<String> folders = samples.stream()
                .flatMap(sample -> location.datedParents(sample.partition()).stream())
                .collect(Collectors.toSet());
        return samples.stream()
                .flatMap(sample -> sample.objects().stream())
                .filter(object -> isUndated(object, folders))
                .map(object -> location.root() + object.key())
                .filter(address -> location.timeOfObject(address).isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isUndated(LakeObject object, Set<String> folders) {
        int slash = object.key().lastIndexOf('/') + 1;
        String name = object.key().substring(slash);
        return folders.contains(object.key().substring(0, slash))
                && !name.isEmpty()
                && !StrayKind.isHidden(name)
                && !FileSuffix.isCompanion(name, object)
                && DatedName.first(name).isEmpty();
    }
}
