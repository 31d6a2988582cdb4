// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.SnapshotBuilder;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.value.Utf8Order;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One listing that passes many partitions in the order of their dates, so that small neighbours share a page and its
 * request. At the end of each page it measures how many periods the page spanned: what lies further ahead than that
 * would cost a request of its own anyway and is handed back to be listed side by side. So it never takes more requests
 * than listing each partition apart. For one thread.
 */
final class RangeListing implements Lake.Visitor {

    private final Dataset dataset;
    private final TrafficMeter meter;
    private final Instant now;
    private final Consumer<List<Partition>> apart;
    private final int depth;
    private final Period period;
    private final Map<Partition, Passed> passed = new HashMap<>();

    private List<Partition> wanted;
    private Map<String, Partition> byPath;
    private String end;
    private Optional<Lake.Answer> answer = Optional.empty();
    private LocalDateTime pageBegan;
    private LocalDateTime reached;
    private String folder = "";
    private @Nullable SnapshotBuilder tally;
    private boolean isOver;
    private long keys;

    /** A partition that was passed, and the answer in which it ended. */
    private record Passed(SnapshotBuilder tally, Optional<Lake.Answer> answer) {

        Snapshot snapshot(Instant now) {
            return RangeListing.snapshot(tally, answer, now);
        }
    }

    /**
     * @param partitions two or more of one dataset whose location is in time order, earliest first
     * @param apart told of neighbours that are better listed by another walk
     */
    RangeListing(
            Dataset dataset,
            List<Partition> partitions,
            TrafficMeter meter,
            Instant now,
            Consumer<List<Partition>> apart) {
        this.dataset = dataset;
        this.meter = meter;
        this.now = now;
        this.apart = apart;
        this.depth = (int)
                partitions.get(0).path().chars().filter(letter -> letter == '/').count();
        this.period = dataset.location().period().orElseThrow();
        this.pageBegan = from(partitions.get(0));
        this.reached = pageBegan;
        this.wanted = partitions;
        this.byPath = byPath(partitions);
        this.end = last(partitions).path();
    }

    /**
     * What was found in all that was not handed back.
     *
     * @throws LakeException where the lake could not be listed to the end; then nothing is known of any of them
     */
    Map<Partition, Snapshot> over(Lake lake) {
        lake.list(range(), this);
        return wanted.stream().collect(Collectors.toMap(Function.identity(), this::snapshot));
    }

    /** All that was not handed back. */
    List<Partition> wanted() {
        return wanted;
    }

    /** How many keys it has passed. */
    long keys() {
        return keys;
    }

    /** How many periods it has passed, from the first to the last of what is {@link #wanted}. */
    long periods() {
        return wanted.isEmpty() ? 0 : period.count(from(wanted.get(0)), from(last(wanted))) + 1;
    }

    @Override
    public boolean object(LakeObject object) {
        PartitionListing.checkInterrupt();
        meter.object();
        keys++;
        if (isOver || !(isIn(object.key()) || enter(object.key()))) {
            return false;
        }
        if (tally != null) {
            tally.add(object);
        }
        return true;
    }

    @Override
    public void answered(Lake.Answer next) {
        meter.request();
        answer = Optional.of(next);
        if (byPath.containsKey(folder)) {
            passed.computeIfPresent(byPath.get(folder), (partition, found) -> new Passed(found.tally(), answer));
        }
    }

    @Override
    public boolean nextPage() {
        turnPage();
        return !isOver;
    }

    @Override
    public void retried() {
        meter.retry();
    }

    private KeyRange range() {
        String first = wanted.get(0).path();
        int common = 0;
        while (first.charAt(common) == end.charAt(common)) {
            common++;
        }
        // Behind the name of the first folder and not behind the folder, where an object of that very name may lie.
        return new KeyRange(wanted.get(0).root(), first.substring(0, common), first.substring(0, first.length() - 1));
    }

    private boolean isIn(String key) {
        return !folder.isEmpty() && key.startsWith(folder);
    }

    /** Comes to another folder; false where it is behind all that is wanted. */
    private boolean enter(String key) {
        folder = folder(key);
        tally = null;
        Partition next = byPath.get(folder);
        if (next != null) {
            tally = new SnapshotBuilder(next, dataset.marker(), dataset.filter());
            passed.put(next, new Passed(tally, answer));
            reached = from(next);
            return true;
        }
        dataset.location().read(folder).filter(reached::isBefore).ifPresent(time -> reached = time);
        return Utf8Order.BYTES.compare(key, end) < 0;
    }

    /** As many names of the key as a partition has; empty where it has fewer. */
    private String folder(String key) {
        int slash = -1;
        for (int i = 0; i < depth; i++) {
            slash = key.indexOf('/', slash + 1);
            if (slash < 0) {
                return "";
            }
        }
        return key.substring(0, slash + 1);
    }

    private void turnPage() {
        long span = period.count(pageBegan, reached);
        pageBegan = reached;
        List<List<Partition>> groups = neighbours(span);
        if (groups.size() > 1) {
            wanted = groups.get(0);
            byPath = byPath(wanted);
            end = wanted.isEmpty() ? "" : last(wanted).path();
            isOver = Utf8Order.BYTES.compare(folder, end) > 0;
            groups.subList(1, groups.size()).forEach(apart);
        }
    }

    /**
     * What is reached within a page from where it stands, then the groups of which each is a page or more from the one
     * before.
     */
    private List<List<Partition>> neighbours(long span) {
        List<List<Partition>> groups = new ArrayList<>();
        List<Partition> group = new ArrayList<>();
        LocalDateTime before = reached;
        for (Partition partition : wanted) {
            LocalDateTime from = from(partition);
            if (from.isAfter(reached)) {
                if (period.count(before, from) > span) {
                    groups.add(group);
                    group = new ArrayList<>();
                }
                before = from;
            }
            group.add(partition);
        }
        groups.add(group);
        return groups;
    }

    private Snapshot snapshot(Partition partition) {
        Passed found = passed.get(partition);
        return found == null
                ? snapshot(new SnapshotBuilder(partition, dataset.marker(), dataset.filter()), answer, now)
                : found.snapshot(now);
    }

    private static Snapshot snapshot(SnapshotBuilder tally, Optional<Lake.Answer> answer, Instant now) {
        return tally.snapshot(
                answer.map(Lake.Answer::moment).orElse(now),
                answer.map(Lake.Answer::clockError).orElse(Duration.ZERO));
    }

    private static Map<String, Partition> byPath(List<Partition> partitions) {
        return partitions.stream().collect(Collectors.toMap(Partition::path, Function.identity()));
    }

    private static Partition last(List<Partition> partitions) {
        return partitions.get(partitions.size() - 1);
    }

    private static LocalDateTime from(Partition partition) {
        return partition.span().orElseThrow().from();
    }
}
