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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/**
 * The datasets that publish metrics. Datasets in the same folder have the same dimensions unless the suite sets
 * different ones. If two such datasets both published metrics, a good value for one of them would reset the other's
 * alarm, so only the dataset that comes first in the suite publishes metrics.
 *
 * @param owners the datasets that publish metrics, because no earlier dataset has the same dimensions
 * @param conflicts the other datasets, each with the reason why it publishes no metrics
 */
record DimensionOwners(List<Dataset> owners, Map<Dataset, String> conflicts) {

    static DimensionOwners of(Suite suite, Metrics metrics) {
        List<Dataset> owners = new ArrayList<>();
        Map<Dataset, String> conflicts = new LinkedHashMap<>();
        Map<Set<Dimension>, Dataset> taken = new HashMap<>();
        for (Dataset dataset : suite.datasets()) {
            Set<Set<Dimension>> wanted = dimensions(metrics, dataset);
            Optional<Dataset> owner =
                    wanted.stream().filter(taken::containsKey).findFirst().map(taken::get);
            if (owner.isPresent()) {
                conflicts.put(dataset, conflict(dataset, owner.get()));
            } else {
                owners.add(dataset);
                wanted.forEach(dimensions -> taken.put(dimensions, dataset));
            }
        }
        return new DimensionOwners(owners, conflicts);
    }

    /** Returns the owners whose names are known before a run. Only these can have alarms and charts of their own. */
    List<Dataset> known() {
        return owners.stream().filter(dataset -> !dataset.isOpen()).toList();
    }

    boolean hasOpen() {
        return owners.stream().anyMatch(Dataset::isOpen);
    }

    /** Returns a message for each dataset without alarms and charts of its own, stating the reason. */
    List<String> warnings() {
        return Stream.concat(
                        conflicts.values().stream(),
                        owners.stream()
                                .filter(Dataset::isOpen)
                                .map(open -> "'" + Display.visible(open.name())
                                        + "' has no alarms or charts of its own, because the names of its"
                                        + " members are found in the lake. The alarms of the fleet cover it."))
                .toList();
    }

    private static String conflict(Dataset dataset, Dataset owner) {
        return "dataset '" + Display.visible(dataset.name()) + "' has the same dimensions as '"
                + Display.visible(owner.name()) + "'. Set different dimensions for one of them in the suite.";
    }

    private static Set<Set<Dimension>> dimensions(Metrics metrics, Dataset dataset) {
        return Stream.concat(
                        Stream.of(Metric.RECENCY, Metric.SIZE),
                        dataset.checks().stream().map(Metric::function))
                .map(function -> new HashSet<>(Dimensions.of(metrics, dataset, function)))
                .collect(Collectors.toSet());
    }
}
