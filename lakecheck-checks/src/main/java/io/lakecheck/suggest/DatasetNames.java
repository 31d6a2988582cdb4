// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Calls datasets by their folders, each otherwise: where two folders are called alike, by the one above too. For one
 * suite.
 */
final class DatasetNames {

    private static final String FIT = "[A-Za-z][A-Za-z0-9_.-]{0,60}";

    private final Set<String> taken = new HashSet<>();

    /** @param folder where it lies: {@code s3://refined/kpi/} */
    String of(String folder) {
        List<String> path = Arrays.asList(folder.split("/"));
        List<String> last = path.subList(Math.max(0, path.size() - 2), path.size());
        String own = fit(path.isEmpty() ? "" : path.get(path.size() - 1));
        return Stream.concat(
                        Stream.of(own, fit(String.join("-", last))),
                        IntStream.iterate(2, i -> i + 1).mapToObj(i -> own + "-" + i))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private static String fit(String name) {
        return name.matches(FIT) ? name : "dataset";
    }
}
