// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.List;

/**
 * A suite is wrong and was refused whole. The message is for the suite's author and complete: shells show it as it is.
 * It has no stack trace, for the mistake is not in the program.
 */
public final class SuiteProblemsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Nobody mends more at once; the rest of a broken file is mostly noise. */
    private static final int SHOWN = 50;

    private final transient List<Problem> problems;

    /** Refuses a suite for these; at least one. */
    public SuiteProblemsException(List<Problem> problems) {
        super(message(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order in which it was written. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String listed = String.join(
                "\n",
                Display.firstLines(SHOWN, problems.stream().map(Problem::toString).toList()));
        return problems.size() == 1
                ? listed
                : problems.size() + " problems, so that nothing was checked:\n" + listed;
    }
}
