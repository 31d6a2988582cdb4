// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.survey.OpenDataset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A selection of datasets by name.
 *
 * @param globs globs for the names of datasets, or for those of entries that define several datasets; empty to select
 *     all
 */
public record DatasetSelection(List<String> globs) {

    /** Returns whether a glob selects a dataset or may select some of its members. */
    static boolean matches(String glob, Dataset dataset) {
        return dataset.isSelectedBy(glob)
                || OpenDataset.of(dataset)
                        .filter(open -> open.mayBeSelectedBy(glob))
                        .isPresent();
    }

    /** Returns whether a dataset is selected. */
    boolean includes(Dataset dataset) {
        return globs.isEmpty() || globs.stream().anyMatch(dataset::isSelectedBy);
    }

    /**
     * Returns a suite with only the selected datasets; empty if none is selected. If full names select members of an
     * open dataset, these members replace the open dataset, so that the lake need not be searched for them.
     */
    public Optional<Suite> in(Suite suite) {
        List<Dataset> selected = suite.datasets().stream()
                .flatMap(dataset -> selected(dataset, suite))
                .toList();
        return selected.isEmpty() ? Optional.empty() : Optional.of(suite.with(selected));
    }

    private Stream<Dataset> selected(Dataset dataset, Suite suite) {
        if (globs.isEmpty()) {
            return Stream.of(dataset);
        }
        List<String> matching =
                globs.stream().filter(glob -> matches(glob, dataset)).toList();
        Optional<OpenDataset> open = OpenDataset.of(dataset)
                .filter(any -> matching.stream().allMatch(glob -> isLiteral(glob) && !dataset.isSelectedBy(glob)));
        return open.isPresent()
                ? matching.stream()
                        .distinct()
                        .filter(name -> !suite.defines(name))
                        .flatMap(name -> open.get().memberNamed(name).stream())
                : Stream.of(dataset).filter(any -> !matching.isEmpty());
    }

    private static boolean isLiteral(String glob) {
        return glob.chars().noneMatch(character -> "*?{}".indexOf(character) >= 0);
    }
}
