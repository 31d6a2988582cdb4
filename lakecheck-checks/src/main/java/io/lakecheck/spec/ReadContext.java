// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Optional;

/**
 * What is at hand while one suite is read.
 *
 * @param problems what was found wrong so far
 * @param substitution the values of variables
 */
record ReadContext(Problems problems, Substitution substitution) {

    /** The text of a single value with its variables put in; empty, and a problem, where it is none. */
    Optional<String> text(String name, Node node, String expected) {
        if (!(node instanceof Word word) || word.text().isEmpty()) {
            wrongShape(name, node, expected);
            return Optional.empty();
        }
        try {
            return Optional.of(substitution.in(word.text()));
        } catch (InvalidValueException refusal) {
            problems.add(word.origin(), refusal);
            return Optional.empty();
        }
    }

    /**
     * Whether a value is nothing but variables that came out empty, as <code>${NAME:-}</code> may: as if it were not
     * written.
     */
    boolean isLeftOut(Node node) {
        if (!(node instanceof Word word) || !Substitution.concerns(word.text())) {
            return false;
        }
        try {
            return substitution.in(word.text()).isEmpty();
        } catch (InvalidValueException saidWhereItIsRead) {
            return false;
        }
    }

    void wrongShape(String name, Node node, String expected) {
        problems.add(node.origin(), name + " is " + node.shape(), "write " + expected);
    }
}
