// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.Runs;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A suggested dataset and everything that was derived for it.
 *
 * @param name the dataset's name in the suite
 * @param location the dataset's location, as written in the suite
 * @param history the dataset's dated folders
 * @param marker the object that marks partitions as complete, or empty if none was found
 * @param schedule when partitions arrive
 * @param sample the partitions that the limits are derived from
 * @param limits the observed ranges that the limits are based on
 */
record DatasetDraft(
        String name,
        String location,
        DatasetHistory history,
        Optional<MarkerGuess> marker,
        Schedule schedule,
        Sample sample,
        Limits limits) {

    /** The maximum share of partitions to which objects are added after the deadline, if their number is limited. */
    private static final double MOST_GROWING = 0.05;

    /** If more than this share of the partitions are outliers, such sizes are normal. */
    private static final double MOST_OUTLIERS = 0.05;

    /**
     * When partitions arrive.
     *
     * @param arrivals the usual arrivals, or empty if unknown
     * @param continuous evidence that partitions are written throughout their periods, or empty if they are not
     * @param due the suggested deadline, as the time after the end of a period
     * @param ended evidence that the dataset was discontinued, or empty if data still arrives
     * @param times the days and hours on which data arrives
     * @param absences the periods for which no data has arrived although it did at other times like these
     * @param changed the first period after the days on which data arrives have changed, or empty if they have not. The
     *     arrivals, the deadline, the marker and the end of the dataset are derived from all partitions, everything
     *     else from those since then.
     */
    record Schedule(
            Optional<Arrivals> arrivals,
            Optional<ContinuousWrites> continuous,
            Duration due,
            Optional<EndedDataset> ended,
            ExpectedTimes times,
            Absences absences,
            Optional<Span> changed) {}

    /**
     * The partitions from which limits are derived.
     *
     * @param partitions all past partitions whose deadline has passed, oldest first
     * @param excluded the partitions that are ignored, because they are empty, lack the marker or are outliers
     */
    record Sample(List<PastPartition> partitions, Set<PastPartition> excluded) {

        List<PastPartition> good() {
            return partitions.stream()
                    .filter(partition -> !excluded.contains(partition))
                    .toList();
        }

        /** Returns the partitions without the first one if it is excluded: the data may begin within its period. */
        List<PastPartition> replayed() {
            return partitions.size() > 1 && excluded.contains(partitions.get(0))
                    ? partitions.subList(1, partitions.size())
                    : partitions;
        }

        /**
         * Returns whether so many partitions have a marker but no data that nothing may have happened in them. If these
         * are the newest ones, there may be a failure instead.
         */
        boolean mayBeEmpty() {
            long empty = partitions.stream().filter(Sample::isEmpty).count();
            return empty > EMPTY * partitions.size() && empty > newestEmpty().size();
        }

        /** Returns the newest partitions if they have a marker but no data. */
        List<PastPartition> newestEmpty() {
            int first = partitions.size();
            while (first > 0 && isEmpty(partitions.get(first - 1))) {
                first--;
            }
            return partitions.subList(first, partitions.size());
        }

        private static boolean isEmpty(PastPartition partition) {
            return partition.hasMarker() && !partition.hasData();
        }

        /** Returns whether the history is long enough for the baseline {@code usual}. */
        boolean isLong(Period period) {
            return good().size()
                    >= switch (period.unit()) {
                        case MINUTES, HOURS -> 12 * 7 * 24;
                        case DAYS -> 12 * 7;
                        default -> 24;
                    };
        }

        /** The share of partitions without data from which they are normal. */
        private static final double EMPTY = 0.05;
    }

    /**
     * The ranges of sizes and changes that were observed in the past.
     *
     * @param sizes the range of sizes, or empty if there is no data
     * @param changes the range of changes from a baseline, or empty if the history is too short
     * @param peaks the days of the month on which sizes are always unusual
     */
    record Limits(Optional<SizeRange> sizes, Optional<ChangeRange> changes, MonthlyPeaks peaks) {}

    static DatasetDraft of(String name, String location, DatasetHistory history, ZoneId zone, Instant now) {
        Optional<MarkerGuess> marker = MarkerGuess.of(history);
        Optional<Arrivals> arrivals = Arrivals.of(history.partitions(), history.period());
        Duration due =
                arrivals.map(usual -> usual.due(history.period())).orElseGet(() -> Arrivals.guess(history.period()));
        List<PastPartition> all = history.partitions();
        List<PastPartition> since = RhythmChange.since(all, history.period());
        Optional<ContinuousWrites> continuous = continuous(since, history);
        List<PastPartition> past = reduced(since, due, continuous);
        List<PastPartition> complete =
                past.stream().filter(partition -> partition.isDue(now, due)).toList();
        ExpectedTimes times = ExpectedTimes.of(complete, history.period());
        List<PastPartition> partitions = complete.stream()
                .filter(partition -> times.expects(partition.span()))
                .toList();
        List<PastPartition> accepted = partitions.stream()
                .filter(PastPartition::hasData)
                .filter(partition ->
                        marker.map(guess -> guess.accepts(partition)).orElse(true))
                .toList();
        Set<PastPartition> outliers = new HashSet<>(Outliers.among(accepted));
        MonthlyPeaks peaks = MonthlyPeaks.among(accepted, outliers, history.period());
        outliers.removeIf(peaks::include);
        Sample sample = sample(partitions, accepted, outliers);
        return new DatasetDraft(
                name,
                location,
                history.with(past),
                marker,
                new Schedule(
                        arrivals,
                        continuous,
                        due,
                        EndedDataset.of(history, due, zone, now),
                        times,
                        Absences.of(partitions, times),
                        past.size() < all.size() ? Optional.of(past.get(0).span()) : Optional.empty()),
                sample,
                limits(sample, accepted, times, history, peaks, due));
    }

    /** A run is a part of a period, so it needn't reach the end. */
    private static Optional<ContinuousWrites> continuous(List<PastPartition> past, DatasetHistory history) {
        return history.found().runs() == Runs.EACH ? Optional.empty() : ContinuousWrites.of(past);
    }

    private static List<PastPartition> reduced(
            List<PastPartition> past, Duration due, Optional<ContinuousWrites> continuous) {
        return past.stream()
                .map(partition -> partition.reducedTo(due, continuous.flatMap(ContinuousWrites::through)))
                .toList();
    }

    /** Returns whether so many partitions have fewer objects at their deadline that a limit would often alert. */
    private static boolean growAfter(Duration due, List<PastPartition> partitions) {
        return partitions.stream()
                        .filter(partition -> partition.growsAfter(due))
                        .count()
                > MOST_GROWING * partitions.size();
    }

    private static Sample sample(
            List<PastPartition> partitions, List<PastPartition> accepted, Set<PastPartition> outliers) {
        Set<PastPartition> excluded = new HashSet<>(partitions);
        accepted.forEach(excluded::remove);
        if (outliers.size() <= Math.max(1, MOST_OUTLIERS * accepted.size())) {
            excluded.addAll(outliers);
        }
        return new Sample(partitions, excluded);
    }

    private static Limits limits(
            Sample sample,
            List<PastPartition> accepted,
            ExpectedTimes times,
            DatasetHistory history,
            MonthlyPeaks peaks,
            Duration due) {
        List<PastPartition> runs =
                sample.good().stream().flatMap(PastPartition::runs).toList();
        Optional<SizeRange> sizes = SizeRange.of(runs, sample.isLong(history.period()))
                .map(range -> history.layout().isSingleFile()
                                || ContinuousWrites.of(accepted).isPresent()
                                || growAfter(due, accepted)
                        ? range.withoutObjects()
                        : range);
        List<PastPartition> usable = accepted.stream()
                .filter(partition ->
                        sizes.map(range -> range.contains(partition)).orElse(true))
                .toList();
        return new Limits(
                sizes,
                peaks.days().isEmpty()
                        ? ChangeRange.of(sample.good(), usable, times, history.period())
                        : ChangeRange.ofMonths(sample.good(), usable, times),
                peaks);
    }

    Duration due() {
        return schedule.due();
    }
}
