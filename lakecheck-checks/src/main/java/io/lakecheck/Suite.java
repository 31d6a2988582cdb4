// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.delivery.Notification;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is checked: the datasets, in the order in which findings are told.
 *
 * @param datasets each under a name of its own; at least one
 * @param connection how S3 is reached
 * @param metrics where metrics go; empty for nowhere
 * @param notification who is told of a run; empty for nobody
 * @param waiting how long to wait for what is not there yet; zero for not at all
 */
public record Suite(
        List<Dataset> datasets,
        Connection connection,
        Optional<Metrics> metrics,
        Optional<Notification> notification,
        Duration waiting) {

    public Suite {
        if (datasets.isEmpty()) {
            throw new IllegalArgumentException("a suite has no datasets");
        }
        Set<String> names = new HashSet<>();
        for (Dataset dataset : datasets) {
            if (!names.add(dataset.name())) {
                throw new IllegalArgumentException("two datasets are called " + dataset.name());
            }
        }
        if (waiting.isNegative()) {
            throw new IllegalArgumentException("wait is never negative: " + waiting);
        }
        datasets = List.copyOf(datasets);
    }

    /** A suite that tells nobody and waits for nothing. */
    public Suite(List<Dataset> datasets, Connection connection, Optional<Metrics> metrics) {
        this(datasets, connection, metrics, Optional.empty(), Duration.ZERO);
    }

    /** A suite of datasets alone. */
    public static Suite of(Dataset... datasets) {
        return new Suite(List.of(datasets), Connection.DEFAULT, Optional.empty());
    }

    /** Whether a folder at this address may be above partitions of one of its datasets, one of them, or in one. */
    public boolean accountsFor(String folder) {
        return datasets.stream().anyMatch(dataset -> dataset.location().accountsFor(folder));
    }

    /** The same suite with those of its datasets that are wanted; empty where none is. */
    public Optional<Suite> only(Predicate<Dataset> wanted) {
        List<Dataset> kept = datasets.stream().filter(wanted).toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Suite(kept, connection, metrics, notification, waiting));
    }
}
