// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import java.util.Optional;
import java.util.function.Function;

/** Assertions on a lake. */
public final class LakeAssert {

    private final Function<DatasetRun, Report> judge;
    private final Function<String, Optional<String>> variables;

    LakeAssert(Function<DatasetRun, Report> judge, Function<String, Optional<String>> variables) {
        this.judge = judge;
        this.variables = variables;
    }

    /** On the dataset at a location such as {@code s3://refined/kpi/dt={date}/}. */
    public DatasetAssert dataset(String location) {
        return new DatasetAssert(location, judge, variables);
    }
}
