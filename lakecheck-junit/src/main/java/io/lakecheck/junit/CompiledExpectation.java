// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Suite;
import java.util.List;

/**
 * An expectation whose suite has been parsed.
 *
 * @param suite the suite, reduced to the expected datasets
 * @param datasets how each dataset of the suite is checked, in the suite's order
 */
record CompiledExpectation(Suite suite, List<DatasetRun> datasets) {}
