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

/** Files that were seeded by their address. For one thread. */
public final class SeededFiles {

    private final SeedWriter sower;
    private final List<Dataset> datasets;
    private final Map<String, String> etags = new LinkedHashMap<>();

    SeededFiles(SeedWriter sower, List<Dataset> datasets) {
        this.sower = sower;
        this.datasets = datasets;
    }

    SeededFiles add(String address, byte[] content) {
        etags.put(address, sower.put(address, content, onTime(address)));
        return this;
    }

    /**
     * They count as written at this moment: {@code 2026-01-02T03:00} in the checked dataset's zone, or with an offset.
     */
    public SeededFiles writtenAt(String moment) {
        ZoneId zone = datasets.stream().map(Dataset::zone).findFirst().orElse(ZoneOffset.UTC);
        Instant time = ValueParser.timestamp(moment).in(zone);
        etags.forEach((address, etag) -> sower.ledger().seeded(address, etag, time));
        return this;
    }

    private Optional<Instant> onTime(String address) {
        return datasets.stream()
                .flatMap(dataset -> folders(address, dataset.location().root())
                        .flatMap(folder -> partitionEnd(dataset, folder).stream()))
                .findFirst();
    }

    /** The folders around the object, as paths below a root. */
    private static Stream<String> folders(String address, String root) {
        return address.startsWith(root)
                ? IntStream.range(root.length(), address.length())
                        .filter(i -> address.charAt(i) == '/')
                        .mapToObj(i -> address.substring(root.length(), i + 1))
                : Stream.empty();
    }

    private static Optional<Instant> partitionEnd(Dataset dataset, String folder) {
        Location location = dataset.location();
        return location.period().isEmpty()
                ? Optional.empty()
                : location.parse(folder).map(time -> SeededPartitions.onTime(dataset.partition(folder)));
    }
}
