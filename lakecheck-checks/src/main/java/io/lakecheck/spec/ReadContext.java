// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Optional;

/**
 * The state that is shared while one suite is read.
 *
 * @param problems the problems found so far
 * @param substitution the values of variables
 */
record ReadContext(Problems problems, Substitution substitution) {

    /**
     * Returns the text of a scalar value after substituting variables. If the node is not a scalar, adds a problem and
     * returns empty.
     */
    Optional<String> text(String name, Node node, String expected) {
        if (!(node instanceof Word word) || word.text().isEmpty()) {
            rejectShape(name, node, expected);
            return Optional.empty();
        }
        try {
            return Optional.of(substitution.in(word.text()));
        } catch (InvalidValueException invalid) {
            problems.add(word.origin(), invalid);
            return Optional.empty();
        }
    }

    /**
     * Returns whether a value consists only of variables that are empty, such as <code>${NAME:-}</code>. Such a value
     * is treated as if its key were not set.
     */
    boolean isBlank(Node node) {
        if (!(node instanceof Word word) || !Substitution.concerns(word.text())) {
            return false;
        }
        try {
            return substitution.in(word.text()).isEmpty();
        } catch (InvalidValueException reportedWhenTheValueIsRead) {
            return false;
        }
    }

    /**
     * Reports a node of the wrong kind, for example a list instead of text.
     *
     * @param name the path of the key in messages, such as {@code delta.drop}
     */
    void rejectShape(String name, Node node, String expected) {
        problems.add(node.origin(), name + " is " + node.shape(), "Expected " + expected);
    }
}
