// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Assertions on a dataset. Zone, deadline and time apply only to partitions that are selected after they are set. */
public final class DatasetAssert {

    private final String location;
    private final Function<SuiteRun, Report> checker;
    private final Function<String, Optional<String>> variables;
    private UnaryOperator<DatasetSpec> settings = UnaryOperator.identity();

    DatasetAssert(String location, Function<SuiteRun, Report> checker, Function<String, Optional<String>> variables) {
        this.location = location;
        this.checker = checker;
        this.variables = variables;
    }

    /** Sets the time zone of dates and deadlines: {@code Europe/London}. Default: UTC. */
    public DatasetAssert zone(String zone) {
        return add(dataset -> dataset.zone(zone));
    }

    /** Sets the time from the end of a period to its deadline: {@code 6h}. Default: none. */
    public DatasetAssert due(String due) {
        return add(dataset -> dataset.due(due));
    }

    /** Sets the time of the check; see {@link LakeCheck#asOf}. Default: the partition's deadline. */
    public DatasetAssert asOf(String time) {
        return add(dataset -> dataset.asOf(time));
    }

    /** Selects a partition by its date ({@code 2026-01-02}) or its path ({@code dt=2026-01-02}). */
    public PartitionAssert partition(String partition) {
        return new PartitionAssert(
                check -> check.apply(settings.apply(new DatasetSpec(location))).partition(partition),
                checker,
                variables,
                location);
    }

    private DatasetAssert add(UnaryOperator<DatasetSpec> setting) {
        UnaryOperator<DatasetSpec> previous = settings;
        settings = dataset -> setting.apply(previous.apply(dataset));
        return this;
    }
}
