// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/**
 * Which datasets have metrics of their own. Two that lie below the same folder have the same dimensions unless the
 * suite tells them apart, and one's good size would silence the alarm of the other: the first in the suite has them,
 * the others are named.
 *
 * @param granted datasets whose dimensions are theirs alone
 * @param refused why each other one has none
 */
record DimensionOwners(List<Dataset> granted, Map<Dataset, String> refused) {

    static DimensionOwners of(Suite suite, Metrics metrics) {
        List<Dataset> granted = new ArrayList<>();
        Map<Dataset, String> refused = new LinkedHashMap<>();
        Map<Set<Dimension>, Dataset> taken = new HashMap<>();
        for (Dataset dataset : suite.datasets()) {
            Set<Set<Dimension>> claims = claims(metrics, dataset);
            claims.stream()
                    .filter(taken::containsKey)
                    .findFirst()
                    .map(taken::get)
                    .ifPresentOrElse(
                            owner -> refused.put(
                                    dataset,
                                    Display.visible(dataset.name()) + " has the same dimensions as "
                                            + Display.visible(owner.name()) + "; give it dimensions of its own"),
                            () -> {
                                granted.add(dataset);
                                claims.forEach(claim -> taken.put(claim, dataset));
                            });
        }
        return new DimensionOwners(granted, refused);
    }

    private static Set<Set<Dimension>> claims(Metrics metrics, Dataset dataset) {
        return Stream.concat(
                        Stream.of(Metric.RECENCY, Metric.SIZE),
                        dataset.checks().stream().map(Metric::function))
                .map(function -> new HashSet<>(Dimensions.of(metrics, dataset, function)))
                .collect(Collectors.toSet());
    }
}
