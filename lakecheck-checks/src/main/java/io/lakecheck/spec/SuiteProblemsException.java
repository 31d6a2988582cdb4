// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.List;

/**
 * Thrown if a suite is invalid; it is then rejected as a whole. The message lists every problem for the suite's author,
 * and front ends show it unchanged. There is no stack trace, since the mistake is not in the program.
 */
public final class SuiteProblemsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * The maximum number of problems shown, since most problems of a badly malformed file are consequences of the first
     * ones.
     */
    private static final int SHOWN = 50;

    private final transient List<Problem> problems;

    /** Creates one from at least one problem. */
    public SuiteProblemsException(List<Problem> problems) {
        super(message(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems, in the order of the suite. */
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
