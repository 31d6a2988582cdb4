// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Optional;
import java.util.function.Function;

/**
 * The values of the variables in a suite, such as <code>${BUCKET}</code>. Maps the name of a variable to its value, or
 * to empty if it is not set.
 */
@FunctionalInterface
public interface Variables extends Function<String, Optional<String>> {

    /** Returns where a variable can be set, as a phrase for messages. */
    default String places() {
        return "in the environment or as a property";
    }

    /**
     * Returns variables that can be set in these places.
     *
     * @param places a phrase for messages, such as {@code in the environment}
     */
    static Variables in(String places, Function<String, Optional<String>> values) {
        return new Variables() {
            @Override
            public Optional<String> apply(String name) {
                return values.apply(name);
            }

            @Override
            public String places() {
                return places;
            }
        };
    }
}
