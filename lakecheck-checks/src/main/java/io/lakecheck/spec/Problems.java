// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what is wrong while reading goes on. For one thread. */
final class Problems {

    private static final Comparator<Problem> AS_WRITTEN = Comparator.<Problem>comparingInt(
                    problem -> problem.origin().line())
            .thenComparingInt(problem -> problem.origin().column());

    /** Where there are so many, reading on helps nobody. */
    private static final int MOST = 1000;

    private final List<Problem> found = new ArrayList<>();
    private final Set<Origin> settled = new HashSet<>();
    private int passedOver;

    void add(Origin origin, String what, String remedy) {
        if (settled.contains(origin)) {
            passedOver++;
            return;
        }
        found.add(new Problem(origin, what, remedy));
        if (found.size() == MOST) {
            refuse();
        }
    }

    /** Adds what is wrong with a value that is none: whatever else is then wrong with it at this place says no more. */
    void settle(Origin origin, String what, String remedy) {
        add(origin, what, remedy);
        settled.add(origin);
    }

    void add(Origin origin, InvalidValueException refusal) {
        add(origin, refusal.what(), refusal.remedy());
    }

    /** How much is wrong so far. */
    int size() {
        return found.size() + passedOver;
    }

    /**
     * What is made, or nothing and a problem where the domain refuses it: its rules hold whatever this package forgot
     * to ask.
     */
    <T> Optional<T> guard(Origin origin, Supplier<T> making) {
        try {
            return Optional.of(making.get());
        } catch (IllegalArgumentException e) {
            add(origin, InvalidValueException.from(e));
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
