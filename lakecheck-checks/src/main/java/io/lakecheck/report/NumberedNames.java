// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the names in a list unique by numbering repeated ones: the second {@code delta} becomes {@code delta 2}. */
final class NumberedNames {

    private NumberedNames() {}

    static List<String> of(List<String> names) {
        Map<String, Integer> counts = new HashMap<>();
        List<String> numbered = new ArrayList<>();
        for (String name : names) {
            int count = counts.merge(name, 1, Integer::sum);
            numbered.add(count == 1 ? name : name + " " + count);
        }
        return numbered;
    }
}
