// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.spec.Origin;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The dataset that assertions are about. Each assertion adds one check to it. */
@FunctionalInterface
interface AssertedDataset {

    Origin ORIGIN = Origin.of("LakeAssertions");

    /**
     * Returns the dataset with the given check, ready to run.
     *
     * @param check sets the partition, the time and the check
     * @param variables returns the values of variables in locations
     */
    DatasetRun with(UnaryOperator<DatasetSpec> check, Function<String, Optional<String>> variables);

    /** Returns the name of the dataset's marker, or empty if it is unknown. */
    default Optional<String> marker() {
        return Optional.empty();
    }

    /**
     * Returns the dataset at a location.
     *
     * @param settings sets the zone and the deadline, for example
     */
    static AssertedDataset at(String location, UnaryOperator<DatasetSpec> settings) {
        return (check, variables) -> check.apply(settings.apply(new DatasetSpec(location)))
                .expectation(ORIGIN)
                .compile(variables, Clock.systemUTC())
                .datasets()
                .get(0);
    }

    /** Returns an existing dataset, whose own checks are ignored. */
    static AssertedDataset of(Dataset dataset) {
        return new AssertedDataset() {
            @Override
            public DatasetRun with(UnaryOperator<DatasetSpec> check, Function<String, Optional<String>> variables) {
                DatasetRun run = at(dataset.location().toString(), each -> each.name(dataset.name()))
                        .with(check, variables);
                return new DatasetRun(
                        run.expectation(),
                        new Dataset(
                                dataset.name(),
                                dataset.location(),
                                dataset.schedule(),
                                dataset.filter(),
                                List.copyOf(run.dataset().checks()),
                                Map.of(),
                                dataset.presence()),
                        run.clock());
            }

            @Override
            public Optional<String> marker() {
                return dataset.marker();
            }
        };
    }
}
