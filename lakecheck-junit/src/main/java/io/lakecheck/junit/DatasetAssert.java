// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Assertions on a dataset. Zone, deadline and moment hold for the partitions that are named after them. */
public final class DatasetAssert {

    private final String location;
    private final Function<DatasetRun, Report> judge;
    private final Function<String, Optional<String>> variables;
    private UnaryOperator<DatasetSpec> words = UnaryOperator.identity();

    DatasetAssert(String location, Function<DatasetRun, Report> judge, Function<String, Optional<String>> variables) {
        this.location = location;
        this.judge = judge;
        this.variables = variables;
    }

    /** Whose local time dates and deadlines are in. */
    public DatasetAssert zone(String zone) {
        return also(dataset -> dataset.zone(zone));
    }

    /** How long after its period's end a partition must be complete. */
    public DatasetAssert due(String due) {
        return also(dataset -> dataset.due(due));
    }

    /** The moment for which it is judged; else the partition's deadline. */
    public DatasetAssert asOf(String moment) {
        return also(dataset -> dataset.asOf(moment));
    }

    /** On one of its partitions, by date ({@code 2026-01-02}) or path. */
    public PartitionAssert partition(String partition) {
        return new PartitionAssert(
                check -> check.apply(words.apply(new DatasetSpec(location))).partition(partition),
                judge,
                variables,
                location);
    }

    private DatasetAssert also(UnaryOperator<DatasetSpec> more) {
        UnaryOperator<DatasetSpec> before = words;
        words = dataset -> more.apply(before.apply(dataset));
        return this;
    }
}
