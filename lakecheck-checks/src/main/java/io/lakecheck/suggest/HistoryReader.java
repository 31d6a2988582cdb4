// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.MissingPolicy;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.Suite;
import io.lakecheck.lake.Arrival;
import io.lakecheck.lake.Completion;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.PartRule;
import io.lakecheck.lake.Presence;
import io.lakecheck.lake.Runs;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the most recent partitions of a dataset in the same way as a run that checks them, so that memory does not
 * depend on the number of objects and long listings are split.
 */
final class HistoryReader {

    /** The maximum number of periods to read of each dataset. */
    static final int MOST_PERIODS = 400;

    /** The share of the partitions that may lack a part. */
    private static final double MOST_DEFECTIVE = 0.05;

    /**
     * The times after the end of a period for which the data written by then is added up, so that a few stragglers do
     * not determine the deadline.
     */
    private static final List<Duration> GRACES = Stream.concat(
                    IntStream.of(0, 5, 10, 15, 20, 30, 45, 60, 75, 90, 105, 120).mapToObj(Duration::ofMinutes),
                    IntStream.of(3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22, 24, 30, 36, 48)
                            .mapToObj(Duration::ofHours))
            .toList();

    private final Lake lake;
    private final LakeSampler sampler;
    private final Sampling sampling;
    private final DatasetSearch search;
    private final ZoneId zone;
    private final Instant now;

    /** @param search the search that found the datasets, to which files in no partition are added */
    HistoryReader(Lake lake, LakeSampler sampler, Sampling sampling, DatasetSearch search, ZoneId zone, Instant now) {
        this.lake = lake;
        this.search = search;
        this.sampler = sampler;
        this.sampling = sampling;
        this.zone = zone;
        this.now = now;
    }

    /**
     * Returns the history of a dataset. If its folders seem to be named after the time at which a job ran or a later
     * one, their dates are shifted.
     *
     * @throws io.lakecheck.lake.LakeException if a partition can't be listed
     */
    DatasetHistory read(FoundDataset found) {
        DatasetHistory history = readUnshifted(found);
        return history.lead() > 0 ? readUnshifted(found.shifted(history.lead())) : history;
    }

    private DatasetHistory readUnshifted(FoundDataset found) {
        List<LocalDateTime> ended = found.ended(zone, now);
        List<RecentPartitions.Sample> samples = RecentPartitions.of(found, ended, zone, sampler);
        Optional<FoundDataset> runs = RunSearch.among(samples, found);
        if (runs.isPresent()) {
            return readUnshifted(runs.get());
        }
        UndatedFiles.among(samples, found.layout().location()).forEach(search::addUndated);
        Optional<String> marker = MarkerSearch.among(samples, found).or(() -> flag(found));
        Optional<PartRule> parts = found.runs() == Runs.EACH ? Optional.empty() : PartSearch.among(samples);
        Report report = Lakecheck.on(lake)
                .at(Clock.fixed(end(found, ended), ZoneOffset.UTC))
                .concurrency(sampling.concurrency())
                .timeout(sampler.timeLeft())
                .onProgress(sampler.continuing())
                .run(Suite.of(dataset(found, marker, parts, periods(found, ended))));
        sampler.add(report.traffic());
        List<PastPartition> partitions = partitions(report.findings().get(0).evidence());
        return new DatasetHistory(
                found,
                marker,
                marker.isPresent()
                        ? Optional.empty()
                        : SharedMarker.nextTo(found, sampler).filter(shared -> shared.follows(partitions)),
                parts.filter(rule -> areUsual(rule, partitions, marker)),
                partitions,
                found.times().size() - ended.size());
    }

    /** Returns whether nearly all partitions have their parts. The first one may have begun within its period. */
    private static boolean areUsual(PartRule rule, List<PastPartition> partitions, Optional<String> marker) {
        List<Snapshot> found = partitions.stream().map(PastPartition::found).toList();
        long defective = IntStream.range(1, found.size())
                .filter(i -> !found.get(i).isEmpty())
                .filter(i -> !rule.missing(found.get(i), found.subList(Math.max(0, i - PartRule.LEARNED), i), marker)
                        .isEmpty())
                .count();
        return defective <= MOST_DEFECTIVE * found.size();
    }

    /** Returns the end of the newest period, so that a dataset that ended long ago is read up to its end. */
    private Instant end(FoundDataset found, List<LocalDateTime> ended) {
        return ended.stream()
                .max(Comparator.naturalOrder())
                .map(newest ->
                        found.layout().period().step(newest, 1).atZone(zone).toInstant())
                .orElse(now);
    }

    /**
     * Returns the number of periods to read. Partitions whose names do not sort by time are listed one by one, so none
     * is read before the first one that is known.
     */
    private static int periods(FoundDataset found, List<LocalDateTime> ended) {
        if (found.layout().location().sortsByTime() || ended.isEmpty()) {
            return MOST_PERIODS;
        }
        long known = 1 + found.layout().period().count(ended.get(0), ended.get(ended.size() - 1));
        return Math.toIntExact(Math.min(MOST_PERIODS, known));
    }

    private Optional<String> flag(FoundDataset found) {
        return search.flags().stream()
                .filter(flag -> flag.mayMark(found))
                .map(FlagFolder::marker)
                .findFirst();
    }

    private Dataset dataset(FoundDataset found, Optional<String> marker, Optional<PartRule> parts, int periods) {
        return new Dataset(
                "history",
                found.layout().location(),
                new Schedule(zone, Duration.ZERO, Calendar.EVERY_DAY),
                new ObjectFilter(List.of(), List.of(), found.runs()),
                Stream.concat(
                                Stream.of(new CompleteCheck(periods, Severity.WARN, MissingPolicy.SKIP)),
                                marker.isPresent()
                                        ? Stream.of(recency(marker, Duration.ZERO))
                                        : Stream.concat(
                                                GRACES.stream().map(grace -> recency(marker, grace)),
                                                ContinuousWrites.THROUGH.stream()
                                                        .map(HistoryReader::through)))
                        .toList(),
                Map.of(),
                new Presence(false, false, Optional.empty(), parts));
    }

    private static Check recency(Optional<String> marker, Duration grace) {
        return new RecencyCheck(marker, false, grace, Severity.WARN, Optional.empty(), Severity.WARN);
    }

    private static Check through(Duration most) {
        return new RecencyCheck(
                new Completion(Optional.empty(), false, List.of(), Optional.empty()),
                new Arrival(Duration.ZERO, Optional.empty(), Optional.of(most)),
                Severity.WARN,
                Optional.empty(),
                Severity.WARN);
    }

    private static List<PastPartition> partitions(Evidence evidence) {
        return evidence.observations().keySet().stream()
                .map(evidence::snapshot)
                .filter(found -> !found.isAbsent())
                .map(PastPartition::new)
                .sorted(Comparator.comparing(partition -> partition.span().from()))
                .toList();
    }
}
