// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.ObjectPath;
import java.time.Instant;
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

    private MarkerSearch(FoundDataset found) {
        this.found = found;
    }

    /** Returns whether a name without numbers is like that of a marker. */
    static boolean isMarkerName(String name) {
        return MARKER_NAME.matcher(name).matches() && !NUMBER.matcher(name).find();
    }

    /** Returns the marker as written in a suite, or empty if no object seems to be one. */
    static Optional<String> among(List<RecentPartitions.Sample> samples, FoundDataset found) {
        MarkerSearch search = new MarkerSearch(found);
        return found.layout().location().toString().endsWith("/") ? search.best(samples) : search.fileMarker();
    }

    private Optional<String> best(List<RecentPartitions.Sample> samples) {
        Map<String, Candidate> candidates = new HashMap<>();
        samples.forEach(sample -> new Markers(sample)
                .candidates()
                .forEach(candidate -> candidates.merge(
                        candidate.name,
                        candidate,
                        (a, b) -> new Candidate(a.name, a.present + b.present, a.last + b.last))));
        return candidates.values().stream()
                .filter(each -> each.present >= MIN_SHARE * samples.size())
                .max(BEST)
                .map(Candidate::name);
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

    /** The objects of one partition, and those next to it whose names start with its name. */
    private final class Markers {

        private final Map<String, LakeObject> markers = new HashMap<>();
        private Instant written = Instant.MIN;

        Markers(RecentPartitions.Sample sample) {
            String sibling = ObjectPath.withoutSlash(sample.partition().path());
            for (LakeObject object : sample.objects()) {
                sample.partition().find(object.key()).ifPresentOrElse(path -> add(path.path(), object), () -> {
                    String suffix =
                            object.key().startsWith(sibling) ? object.key().substring(sibling.length()) : "/";
                    if (suffix.indexOf('/') < 0 && YamlScalar.isRepresentable(suffix)) {
                        markers.put(outside(suffix), object);
                    }
                });
            }
        }

        private String outside(String suffix) {
            String template = ObjectPath.withoutSlash(found.layout().template());
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
