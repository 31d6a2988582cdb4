// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.ObjectPath;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A reader of a few recent partitions, to see which objects and folders they contain. */
final class RecentPartitions {

    /** The number of recent partitions to read. */
    private static final int PARTITIONS = 10;

    /** The number of pages in which all these partitions must fit. If they don't, less of each is read. */
    private static final int PAGES = 2;

    /** The number of objects on a page of S3. */
    private static final int PAGE = 1000;

    private final FoundDataset found;
    private final ZoneId zone;
    private final LakeSampler sampler;

    private RecentPartitions(FoundDataset found, ZoneId zone, LakeSampler sampler) {
        this.found = found;
        this.zone = zone;
        this.sampler = sampler;
    }

    /**
     * Objects of a partition and of what is next to it.
     *
     * @param objects the objects, with keys relative to the root of the location
     * @param folders the names of the folders in the partition; not empty only if not all objects were read
     */
    record Sample(Partition partition, List<LakeObject> objects, List<String> folders) {

        /** Returns the paths of the objects in the partition, relative to the partition. */
        List<String> paths() {
            return objects.stream()
                    .flatMap(object -> partition.find(object.key()).stream())
                    .map(path -> path.path())
                    .toList();
        }

        /** Returns the names of the folders in the partition, which may repeat. */
        Stream<String> folderNames() {
            return folders.isEmpty()
                    ? paths().stream()
                            .filter(path -> path.indexOf('/') > 0)
                            .map(path -> path.substring(0, path.indexOf('/')))
                    : folders.stream();
        }
    }

    /**
     * Returns samples of the last partitions, or an empty list for files, which contain nothing.
     *
     * @param times the times of the periods that have ended, oldest first
     */
    static List<Sample> of(FoundDataset found, List<LocalDateTime> times, ZoneId zone, LakeSampler sampler) {
        List<LocalDateTime> recent = times.subList(Math.max(0, times.size() - PARTITIONS), times.size());
        return recent.isEmpty() || !found.template().endsWith("/")
                ? List.of()
                : new RecentPartitions(found, zone, sampler).samples(recent);
    }

    private List<Sample> samples(List<LocalDateTime> times) {
        Location location = found.layout().location();
        List<Partition> partitions = times.stream()
                .map(time -> new Span(found.layout().period(), time, zone, Duration.ZERO))
                .map(location::at)
                .toList();
        if (location.sortsByTime()) {
            String first = ObjectPath.withoutSlash(partitions.get(0).prefix());
            LakeSampler.Sample<LakeObject> all = sampler.objects(new KeyRange(location.root(), "", first), PAGES);
            if (all.isComplete()) {
                return partitions.stream()
                        .map(partition -> new Sample(partition, all.all(), List.of()))
                        .toList();
            }
        }
        return partitions.stream().map(this::sample).toList();
    }

    private Sample sample(Partition partition) {
        String prefix = partition.prefix();
        List<LakeObject> objects =
                new ArrayList<>(sampler.objects(KeyRange.of(partition.root(), ObjectPath.withoutSlash(prefix)), 1)
                        .all());
        if (objects.size() < PAGE) {
            return new Sample(partition, objects, List.of());
        }
        String hidden = prefix.endsWith("/") ? prefix + "_" : prefix;
        objects.addAll(sampler.objects(KeyRange.of(partition.root(), hidden), 1).all());
        Sample sample = new Sample(partition, objects, List.of());
        boolean hasFolders = sample.paths().stream().anyMatch(path -> path.indexOf('/') > 0);
        return hasFolders && prefix.endsWith("/")
                ? new Sample(
                        partition,
                        objects,
                        sampler.folders(partition.root() + prefix).all())
                : sample;
    }
}
