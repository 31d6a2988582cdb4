// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A collector of the problems in a suite. It allows the suite to be read to the end, so that all problems are reported
 * at once. Not thread-safe.
 */
final class Problems {

    private static final Comparator<Problem> AS_WRITTEN = Comparator.<Problem>comparingInt(
                    problem -> problem.origin().line())
            .thenComparingInt(problem -> problem.origin().column());

    /** The maximum number of problems to collect. A longer list would not help the suite's author. */
    private static final int MOST = 1000;

    private final List<Problem> found = new ArrayList<>();
    private final Set<Origin> closed = new HashSet<>();
    private int suppressed;

    void add(Origin origin, String what, String remedy) {
        if (closed.contains(origin)) {
            suppressed++;
            return;
        }
        found.add(new Problem(origin, what, remedy));
        if (found.size() == MOST) {
            throwIfAny();
        }
    }

    /** Adds problems that may concern several datasets. Those that have already been added are suppressed. */
    void addOnce(Problems shared) {
        for (Problem problem : shared.found) {
            if (found.contains(problem)) {
                suppressed++;
            } else {
                add(problem.origin(), problem.what(), problem.remedy());
            }
        }
    }

    void add(Origin origin, InvalidValueException invalid) {
        add(origin, invalid.what(), invalid.remedy());
    }

    /** Adds a problem and suppresses later ones at the same origin, because they would only be consequences of it. */
    void addOnly(Origin origin, String what, String remedy) {
        add(origin, what, remedy);
        closed.add(origin);
    }

    /** Returns the number of problems so far, including suppressed ones. */
    int size() {
        return found.size() + suppressed;
    }

    /**
     * Returns the object that {@code factory} creates. If the factory rejects its arguments, adds a problem and returns
     * empty.
     */
    <T> Optional<T> guard(Origin origin, Supplier<T> factory) {
        try {
            return Optional.of(factory.get());
        } catch (IllegalArgumentException e) {
            add(origin, InvalidValueException.from(e));
            return Optional.empty();
        }
    }

    /** Throws {@link SuiteProblemsException} if there are any problems. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new SuiteProblemsException(found.stream().sorted(AS_WRITTEN).toList());
        }
    }
}
