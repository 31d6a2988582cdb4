// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import java.util.Optional;
import java.util.function.Function;

/** Assertions on a lake. */
public final class LakeAssert {

    private final Function<SuiteRun, Report> checker;
    private final Function<String, Optional<String>> variables;

    LakeAssert(Function<SuiteRun, Report> checker, Function<String, Optional<String>> variables) {
        this.checker = checker;
        this.variables = variables;
    }

    /**
     * Selects the dataset at a location such as {@code s3://refined/kpi/dt={date}/}. Variables are replaced: <code>
     * ${bucket}</code> is the test's own bucket.
     */
    public DatasetAssert dataset(String location) {
        return new DatasetAssert(location, checker, variables);
    }
}
