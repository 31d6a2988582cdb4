// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Creates unique names for the datasets in a suite, derived from their folders. If two folders have the same name, the
 * name of the parent folder is added.
 */
final class DatasetNames {

    private static final String VALID = "[A-Za-z][A-Za-z0-9_.-]{0,60}";

    private final Set<String> taken = new HashSet<>();

    /**
     * Returns a name for a dataset that is different from all names returned before.
     *
     * @param folder the dataset's folder, such as {@code s3://refined/kpi/}
     */
    String of(String folder) {
        List<String> path = Arrays.asList(folder.split("/"));
        List<String> last = path.subList(Math.max(0, path.size() - 2), path.size());
        String own = valid(path.isEmpty() ? "" : path.get(path.size() - 1));
        return Stream.concat(
                        Stream.of(own, valid(String.join("-", last))),
                        IntStream.iterate(2, i -> i + 1).mapToObj(i -> own + "-" + i))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private static String valid(String name) {
        return name.matches(VALID) ? name : "dataset";
    }
}
