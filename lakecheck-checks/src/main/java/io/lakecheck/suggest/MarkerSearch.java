// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A search for the object that a job writes last, in a few recent partitions. It is present in most of them, and
 * usually newer than the data.
 */
final class MarkerSearch {

    /** The number of recent partitions to read. */
    private static final int PARTITIONS = 10;

    /** The number of pages in which all these partitions must fit. If they don't, less of each is read. */
    private static final int PAGES = 2;

    private static final double MIN_SHARE = 0.6;

    private static final Pattern MARKER_NAME =
            Pattern.compile("(?i).*(success|done|complete|finish|ready|manifest|marker).*");

    /**
     * Matches what differs from partition to partition in the name of a marker, such as the number of a transaction.
     */
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9a-fA-F-]*");

    /** Matches a partition column below the dated folder, such as {@code country=DE/}. */
    private static final Pattern COLUMN = Pattern.compile("([A-Za-z_]+=)[^/]*/");

    /** The order of candidates, best last. */
    private static final Comparator<Candidate> BEST = Comparator.<Candidate>comparingInt(each -> each.last)
            .thenComparingInt(each -> each.present)
            .thenComparing(each -> each.name.endsWith(MarkerGuess.KNOWN))
            .thenComparing(each -> each.name.startsWith("_"))
            .thenComparing(each -> each.name, Comparator.reverseOrder());

    private record Candidate(String name, int present, int last) {}

    private final FoundDataset found;
    private final ZoneId zone;
    private final LakeSampler sampler;

    MarkerSearch(FoundDataset found, ZoneId zone, LakeSampler sampler) {
        this.found = found;
        this.zone = zone;
        this.sampler = sampler;
    }

    /**
     * Returns the marker as written in a suite, or empty if no object seems to be one.
     *
     * @param times the times of the periods that have ended, oldest first
     */
    Optional<String> among(List<LocalDateTime> times) {
        List<LocalDateTime> recent = times.subList(Math.max(0, times.size() - PARTITIONS), times.size());
        if (recent.isEmpty()) {
            return Optional.empty();
        }
        if (!location().toString().endsWith("/")) {
            return fileMarker();
        }
        Map<String, Candidate> candidates = new HashMap<>();
        samples(recent).forEach(sample -> sample.candidates()
                .forEach(candidate -> candidates.merge(
                        candidate.name,
                        candidate,
                        (a, b) -> new Candidate(a.name, a.present + b.present, a.last + b.last))));
        return candidates.values().stream()
                .filter(each -> each.present >= MIN_SHARE * recent.size())
                .max(BEST)
                .map(Candidate::name);
    }

    private Location location() {
        return found.layout().location();
    }

    private Optional<String> fileMarker() {
        String template = found.layout().template();
        return template.indexOf('*') >= 0
                ? Optional.empty()
                : found.suffixes().stream()
                        .filter(suffix -> MARKER_NAME.matcher(suffix).matches())
                        .findFirst()
                        .map(suffix -> template.substring(template.lastIndexOf('/') + 1) + suffix);
    }

    private List<PartitionSample> samples(List<LocalDateTime> times) {
        List<Partition> partitions = times.stream()
                .map(time -> new Span(found.layout().period(), time, zone, Duration.ZERO))
                .map(location()::at)
                .toList();
        String root = location().root();
        if (location().sortsByTime()) {
            String first = withoutSlash(partitions.get(0).prefix());
            LakeSampler.Sample<LakeObject> objects = sampler.objects(new KeyRange(root, "", first), PAGES);
            if (objects.isComplete()) {
                return partitions.stream()
                        .map(partition -> new PartitionSample(partition, objects.all()))
                        .toList();
            }
        }
        List<PartitionSample> samples = new ArrayList<>();
        for (Partition partition : partitions) {
            String hidden = partition.prefix().endsWith("/") ? partition.prefix() + "_" : partition.prefix();
            List<LakeObject> objects =
                    new ArrayList<>(sampler.objects(KeyRange.of(root, withoutSlash(partition.prefix())), 1)
                            .all());
            if (objects.size() >= 1000) {
                objects.addAll(sampler.objects(KeyRange.of(root, hidden), 1).all());
            }
            samples.add(new PartitionSample(partition, objects));
        }
        return samples;
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The objects of one partition, and those next to it whose names start with its name. */
    private final class PartitionSample {

        private final Map<String, LakeObject> markers = new HashMap<>();
        private Instant written = Instant.MIN;

        PartitionSample(Partition partition, List<LakeObject> objects) {
            String sibling = withoutSlash(partition.path());
            for (LakeObject object : objects) {
                partition.find(object.key()).ifPresentOrElse(path -> add(path.path(), object), () -> {
                    String suffix =
                            object.key().startsWith(sibling) ? object.key().substring(sibling.length()) : "/";
                    if (suffix.indexOf('/') < 0 && YamlScalar.isRepresentable(suffix)) {
                        markers.put(outside(suffix), object);
                    }
                });
            }
        }

        private String outside(String suffix) {
            String template = withoutSlash(found.layout().template());
            return "../" + template.substring(template.lastIndexOf('/') + 1) + suffix;
        }

        private void add(String path, LakeObject object) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            boolean mayBeMarker = !name.isEmpty()
                    && (name.startsWith("_") || MARKER_NAME.matcher(name).matches() || object.bytes() == 0);
            Optional<String> glob = mayBeMarker ? glob(path) : Optional.empty();
            if (glob.isPresent()) {
                markers.merge(glob.get(), object, (a, b) -> a.modified().isAfter(b.modified()) ? a : b);
            } else if (ObjectFilter.DATA.isData(path, object.bytes())
                    && object.modified().isAfter(written)) {
                written = object.modified();
            }
        }

        /** Returns the marker as written in a suite, or empty if its name or folder can't be predicted. */
        private Optional<String> glob(String path) {
            int slash = path.lastIndexOf('/') + 1;
            String folder = COLUMN.matcher(path.substring(0, slash)).replaceAll("$1*/");
            String name = path.substring(slash);
            boolean isNumbered = NUMBER.matcher(name).find();
            return (folder.isEmpty() || folder.endsWith("=*/"))
                            && (!isNumbered || name.startsWith("_"))
                            && YamlScalar.isRepresentable(path)
                    ? Optional.of(folder + NUMBER.matcher(name).replaceAll("*"))
                    : Optional.empty();
        }

        List<Candidate> candidates() {
            return markers.entrySet().stream()
                    .map(entry -> new Candidate(
                            entry.getKey(), 1, entry.getValue().modified().isBefore(written) ? 0 : 1))
                    .toList();
        }
    }
}
