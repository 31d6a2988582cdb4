// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.delivery.Notification;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The datasets to check, in the order in which their findings are reported, and the destinations of the results.
 *
 * @param datasets the datasets, at least one; names must be unique
 * @param connection the connection settings for S3
 * @param metrics the settings for metrics; empty to publish none
 * @param notification the destinations of messages; empty to send none
 * @param waiting the maximum time to wait for data that has not arrived yet; zero disables waiting
 * @param shards the maximum number of invocations that share a scheduled run of a deployed function; 1 for a single one
 */
public record Suite(
        List<Dataset> datasets,
        Connection connection,
        Optional<Metrics> metrics,
        Optional<Notification> notification,
        Duration waiting,
        int shards) {

    /** The maximum number of shards. */
    public static final int MAX_SHARDS = 1000;

    public Suite {
        if (datasets.isEmpty()) {
            throw new IllegalArgumentException("a suite must have at least one dataset");
        }
        Set<String> names = new HashSet<>();
        for (Dataset dataset : datasets) {
            if (!names.add(dataset.name())) {
                throw new IllegalArgumentException("duplicate dataset '" + dataset.name() + "'");
            }
        }
        if (waiting.isNegative()) {
            throw new IllegalArgumentException("wait must not be negative, but was " + waiting);
        }
        if (shards < 1 || shards > MAX_SHARDS) {
            throw new IllegalArgumentException("shards must be between 1 and " + MAX_SHARDS + ", but was " + shards);
        }
        datasets = List.copyOf(datasets);
        if (shards > 1) {
            datasets.stream().filter(Dataset::isOpen).findFirst().ifPresent(open -> {
                throw new IllegalArgumentException("'" + Display.visible(open.name())
                        + "' can't be split into shards, because its names are found in the lake. List the names"
                        + " under 'each', or remove 'shards'");
            });
        }
    }

    /** Creates a suite that is not split into shards. */
    public Suite(
            List<Dataset> datasets,
            Connection connection,
            Optional<Metrics> metrics,
            Optional<Notification> notification,
            Duration waiting) {
        this(datasets, connection, metrics, notification, waiting, 1);
    }

    /** Creates a suite that sends no messages and does not wait. */
    public Suite(List<Dataset> datasets, Connection connection, Optional<Metrics> metrics) {
        this(datasets, connection, metrics, Optional.empty(), Duration.ZERO);
    }

    /** Returns a suite with the given datasets and default settings. */
    public static Suite of(Dataset... datasets) {
        return new Suite(List.of(datasets), Connection.DEFAULT, Optional.empty());
    }

    /**
     * Returns whether a folder can be a partition of one of the datasets, be inside a partition, or contain partitions.
     */
    public boolean accountsFor(String folder) {
        return datasets.stream().anyMatch(dataset -> dataset.location().accountsFor(folder));
    }

    /**
     * Returns the start of the earliest period whose partition, in any of the datasets, can contain this folder or be
     * inside it; empty if there is none, or if the folder's path has no date.
     */
    public Optional<Instant> begin(String folder) {
        return datasets.stream()
                .flatMap(dataset -> dataset.begin(folder).stream())
                .min(Comparator.naturalOrder());
    }

    /**
     * Returns whether a folder is a partition of at least one dataset, but no dataset's calendar expects the partition.
     */
    public boolean isOutsideCalendar(String folder) {
        List<Boolean> expected = datasets.stream()
                .flatMap(dataset -> dataset.expects(folder).stream())
                .toList();
        return !expected.isEmpty() && !expected.contains(true);
    }

    /** Returns a copy of this suite with only the matching datasets; empty if none matches. */
    public Optional<Suite> only(Predicate<Dataset> filter) {
        List<Dataset> kept = datasets.stream().filter(filter).toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(with(kept));
    }

    /** Returns whether this suite has a dataset with a name. */
    public boolean defines(String name) {
        return datasets.stream().anyMatch(dataset -> dataset.name().equals(name));
    }

    /** Returns a copy of this suite with other datasets. */
    public Suite with(List<Dataset> others) {
        return new Suite(others, connection, metrics, notification, waiting, shards);
    }
}
