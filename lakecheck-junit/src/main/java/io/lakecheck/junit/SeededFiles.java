// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.partition.Location;
import io.lakecheck.spec.ValueParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Objects that were seeded at given addresses. Not thread-safe. */
public final class SeededFiles {

    private final SeedWriter writer;
    private final List<Dataset> datasets;
    private final Map<String, String> etags = new LinkedHashMap<>();

    SeededFiles(SeedWriter writer, List<Dataset> datasets) {
        this.writer = writer;
        this.datasets = datasets;
    }

    SeededFiles add(String address, byte[] content) {
        etags.put(address, writer.put(address, content, endOfPeriod(address)));
        return this;
    }

    /**
     * Sets the time at which the objects count as written.
     *
     * @param time the time, either in the time zone of the dataset that the test checks ({@code 2026-01-02T03:00}) or
     *     with an offset
     * @throws IllegalArgumentException if the time is invalid
     */
    public SeededFiles writtenAt(String time) {
        ZoneId zone = datasets.stream().map(Dataset::zone).findFirst().orElse(ZoneOffset.UTC);
        Instant instant = ValueParser.timestamp(time).in(zone);
        etags.forEach((address, etag) -> writer.writeTimes().recordSeed(address, etag, Optional.of(instant)));
        return this;
    }

    /**
     * Returns the end of the object's period, or empty if the object is not in a partition of a dataset that the test
     * checks.
     */
    private Optional<Instant> endOfPeriod(String address) {
        return datasets.stream()
                .flatMap(dataset -> folders(address, dataset.location().root())
                        .flatMap(folder -> endOfPeriod(dataset, folder).stream()))
                .findFirst();
    }

    /** Returns all folders between the root and the object, as paths relative to the root. */
    private static Stream<String> folders(String address, String root) {
        return address.startsWith(root)
                ? IntStream.range(root.length(), address.length())
                        .filter(i -> address.charAt(i) == '/')
                        .mapToObj(i -> address.substring(root.length(), i + 1))
                : Stream.empty();
    }

    private static Optional<Instant> endOfPeriod(Dataset dataset, String folder) {
        Location location = dataset.location();
        return location.period().isEmpty()
                ? Optional.empty()
                : location.parse(folder).map(time -> SeededPartitions.endOfPeriod(dataset.partition(folder)));
    }
}
