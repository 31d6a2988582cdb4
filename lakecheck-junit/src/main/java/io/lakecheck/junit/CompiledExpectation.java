// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Suite;
import java.util.List;

/**
 * An expectation whose suite has been parsed.
 *
 * @param suite the suite, with only the datasets to check
 * @param datasets a run for each dataset, in the suite's order
 */
record CompiledExpectation(Suite suite, List<DatasetRun> datasets) {}
