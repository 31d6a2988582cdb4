// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.List;

/**
 * Thrown if a suite is invalid. The suite is rejected as a whole. The message lists the problems for the suite's
 * author, and front ends show it unchanged. There is no stack trace, because the mistake is not in the program.
 */
public final class SuiteProblemsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * The maximum number of problems shown, because most problems in a badly malformed file are consequences of the
     * first ones.
     */
    private static final int SHOWN = 50;

    private final transient List<Problem> problems;

    /** Creates an exception for at least one problem. */
    public SuiteProblemsException(List<Problem> problems) {
        super(message(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems, in the order in which they occur in the suite. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String listed = String.join(
                "\n",
                Display.firstLines(
                        SHOWN, problems.stream().map(Problem::toString).toList()));
        return problems.size() == 1 ? listed : problems.size() + " problems; nothing was checked:\n" + listed;
    }
}
