// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if all checks of a test are SKIPPED, because a test that checked nothing must not pass. */
final class NothingJudgedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NothingJudgedException(List<Finding> findings) {
        super("nothing was checked: all checks are SKIPPED. Select a partition that is due and expected, or seed the"
                + " history that the checks need, for example with lake.history(7).\n"
                + findings.stream().map(Finding::text).collect(Collectors.joining("\n")));
    }
}
