// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Check;
import io.lakecheck.RecencyCheck;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.MarkerPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the checks of a dataset.
 *
 * @param kind the kind of the dataset
 * @param location the location of the dataset; empty if it is invalid
 * @param problems collects the problems
 */
record CheckListReader(DatasetKind kind, Optional<Location> location, Problems problems) {

    List<Check> read(List<CheckListType.Item> written) {
        List<Check> checks = new ArrayList<>();
        Set<String> markers = new HashSet<>();
        for (CheckListType.Item item : written) {
            item.make(kind, problems).ifPresent(check -> {
                location.ifPresent(
                        found -> checkMarker(check, found, item.values().origin()));
                boolean isNewMarker = check instanceof RecencyCheck recency
                        && recency.marker().filter(markers::add).isPresent();
                if (!isNewMarker || markers.size() < 2) {
                    checks.add(check);
                } else {
                    problems.add(
                            item.values().origin(),
                            "the marker differs from the marker of the previous recency check in this dataset",
                            "Use the same marker in all recency checks of a dataset");
                }
            });
        }
        return checks;
    }

    /** Reports a marker or leftovers whose paths are invalid for this location. */
    private void checkMarker(Check check, Location found, Origin origin) {
        if (check instanceof RecencyCheck recency) {
            recency.marker().ifPresent(marker -> problems.guard(origin, () -> MarkerPath.outside(marker, found)));
            boolean isSingleFile = !found.isSingleFolder() && !found.hasWildcard();
            if (isSingleFile && !recency.completion().absent().isEmpty()) {
                problems.add(
                        origin,
                        "absent has no effect if each partition is a single file",
                        "End the location with *, so that it includes objects such as kpi_{yyyyMMdd}.csv.tmp, or remove"
                                + " absent");
            }
        }
    }
}
