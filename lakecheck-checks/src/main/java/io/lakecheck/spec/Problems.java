// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong while reading goes on. For one thread. */
final class Problems {

    private static final Comparator<Problem> AS_WRITTEN = Comparator.<Problem>comparingInt(
                    problem -> problem.origin().line())
            .thenComparingInt(problem -> problem.origin().column());

    /** Where there are so many, reading on helps nobody. */
    private static final int MOST = 1000;

    private final List<Problem> found = new ArrayList<>();

    void add(Origin origin, String what, String remedy) {
        found.add(new Problem(origin, what, remedy));
        if (found.size() == MOST) {
            refuse();
        }
    }

    void add(Origin origin, Refusal refusal) {
        add(origin, refusal.what(), refusal.remedy());
    }

    int size() {
        return found.size();
    }

    /** What is made, or nothing and a problem where the domain refuses it: its rules hold whatever this package forgot to ask. */
    <T> Optional<T> guard(Origin origin, Supplier<T> making) {
        try {
            return Optional.of(making.get());
        } catch (IllegalArgumentException e) {
            add(origin, Refusal.from(e));
            return Optional.empty();
        }
    }

    /** Refuses the suite if anything is wrong with it. */
    void refuse() {
        if (!found.isEmpty()) {
            throw new SuiteProblemsException(found.stream().sorted(AS_WRITTEN).toList());
        }
    }
}
