// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The names for a placeholder in the location of an entry, each of which stands for a dataset of the same shape.
 *
 * @param placeholder the placeholder, without braces
 * @param names the names that were found
 * @param isOpen whether all folders next to each other are named by them, so that a run can find them in the lake
 */
record Members(String placeholder, List<String> names, boolean isOpen) {

    Members {
        names = List.copyOf(names);
    }

    /** Returns the same names, to be listed in the suite. */
    Members closed() {
        return new Members(placeholder, names, false);
    }

    /** Returns the entry of the key {@code each} in YAML. */
    String toYaml() {
        return YamlScalar.text(placeholder) + ": "
                + (isOpen ? "\"*\"" : names.stream().map(YamlScalar::text).collect(Collectors.joining(", ", "[", "]")));
    }
}
