// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.run.RunResult;

/** Translates the result of a run into an exception, because a function reports failures to Lambda by throwing one. */
final class Signals {

    private Signals() {}

    /**
     * Returns normally if the run passed, and throws an exception otherwise.
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
