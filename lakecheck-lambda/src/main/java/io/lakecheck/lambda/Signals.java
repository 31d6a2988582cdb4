// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.run.RunResult;

/** The translation of a run's result into Lambda's signals. */
final class Signals {

    private Signals() {}

    /**
     * Returns if a run passed.
     *
     * @throws ChecksFailedException if a check failed
     * @throws FunctionException if data could not be checked
     */
    static void require(RunResult result) {
        switch (result.signal()) {
            case PASS -> {}
            case VIOLATED -> throw new ChecksFailedException(result.message());
            case BROKEN -> throw new FunctionException(result.message());
        }
    }
}
