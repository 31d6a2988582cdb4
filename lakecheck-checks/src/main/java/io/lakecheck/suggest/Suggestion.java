// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.Traffic;
import io.lakecheck.partition.Period;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A suite that is suggested for the data under a folder, derived from a single listing of that folder. The limits fit
 * all past partitions except outliers, which are named in comments. Immutable.
 */
public final class Suggestion {

    private static final int MAX_DATASETS = 50;

    /**
     * The maximum number of periods to backtest, in total over all datasets: enough to evaluate a suite, but few enough
     * to finish within moments.
     */
    private static final int MAX_PERIODS = 2000;

    private static final int MAX_DAYS = 800;
    private static final int MIN_DAYS = 30;

    /**
     * The minimum number of days to backtest if there are so many hourly datasets that even 30 days would take minutes.
     */
    private static final int MIN_DAYS_OF_HOURS = 7;

    private static final int MANY_HOURLY = 5;

    private final List<DatasetDraft> drafts;
    private final SuiteHeader header;
    private final Traffic traffic;

    private Suggestion(List<DatasetDraft> drafts, SuiteHeader header, Traffic traffic) {
        this.drafts = List.copyOf(drafts);
        this.header = header;
        this.traffic = traffic;
    }

    /**
     * Lists a folder and derives a suite from what it contains.
     *
     * @param lake the lake to list
     * @param root the folder to list, ending with a slash
     * @param written the same folder, as it should be written in the suite, ending with a slash
     * @param zone the time zone of the dates in folder names, or empty if unknown
     * @param now the current time; partitions whose deadline has not passed are ignored, because they may still grow
     * @param timeout the time limit for the listing
     * @throws NothingToSuggestException if no suite can be suggested, for example because there are no dated folders
     * @throws io.lakecheck.lake.LakeException if the lake cannot be read
     */
    public static Suggestion of(
            Lake lake, String root, String written, Optional<ZoneId> zone, Instant now, Duration timeout) {
        FolderScan scan = new FolderScan(timeout);
        lake.list(KeyRange.of(root, ""), scan);
        if (scan.traffic().objects() == 0) {
            throw new NothingToSuggestException("no objects found under " + Display.visible(root)
                    + ". Set lakecheck.location to a folder that contains dated folders");
        }
        DatasetFinder datasets = DatasetFinder.of(root, scan);
        Map<String, DatasetHistory> histories = datasets.histories();
        if (histories.isEmpty()) {
            throw undated(root, scan, datasets.skipped());
        }
        DatasetNames names = new DatasetNames();
        List<DatasetDraft> drafts = histories.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> -entry.getValue().folders().size()))
                .limit(MAX_DATASETS)
                .map(entry -> {
                    DatasetHistory history = entry.getValue();
                    String name = names.of(history.layout().location().root());
                    return DatasetDraft.of(name, written + entry.getKey(), history, SuiteHeader.orDefault(zone), now);
                })
                .toList();
        return new Suggestion(
                drafts,
                new SuiteHeader(
                        written, zone, now, scan.undated(), datasets.skipped(), histories.size() - drafts.size()),
                scan.traffic());
    }

    private static NothingToSuggestException undated(String root, FolderScan scan, List<String> skipped) {
        String remedy = ". Set lakecheck.location to another folder, or write the suite by hand";
        return new NothingToSuggestException(
                skipped.isEmpty()
                        ? "no dated folders found under " + Display.visible(root) + " ("
                                + Display.count(scan.traffic().objects(), "object")
                                + " listed). Expected folders such as dt=2026-01-02/, 2026/01/02/ or 2026-W02/" + remedy
                        : "the names of the dated folders under " + Display.visible(root) + ", such as "
                                + Display.visible(skipped.get(0))
                                + ", match no known date pattern or cannot be expressed in a suite" + remedy);
    }

    /** Returns the requests that the listing took. */
    public Traffic traffic() {
        return traffic;
    }

    /** Returns the suite as lines of YAML, with the evidence for each limit in a comment above it. */
    public List<String> lines() {
        return SuiteText.of(header, drafts, Optional.empty());
    }

    /**
     * Returns the suite as lines of YAML, with the result of its backtest added to the comment on each check. Checks
     * that alerted too often are commented out.
     *
     * @param backtest the backtest of this suite
     */
    public List<String> lines(Backtest backtest) {
        return SuiteText.of(header, drafts, Optional.of(backtest));
    }

    /** Returns a backtest without the checks that alerted too often to be suggested. */
    public static Backtest suggested(Backtest backtest) {
        return new Backtest(
                backtest.at(),
                backtest.days(),
                backtest.traffic(),
                backtest.series().stream()
                        .filter(series -> !new PastAlerts(series).areTooFrequent())
                        .toList());
    }

    /**
     * Returns the deadline of the most recent partition, which is the time at which a backtest should end. Returns
     * empty if no partition is due yet.
     */
    public Optional<Instant> end() {
        return drafts.stream()
                .flatMap(
                        draft -> draft.sample().partitions().stream().map(partition -> partition.deadline(draft.due())))
                .max(Comparator.naturalOrder());
    }

    /** Returns the number of days to backtest, counted back from {@link #end}: the whole history, up to a maximum. */
    public int days() {
        List<LocalDateTime> times = drafts.stream()
                .flatMap(draft -> draft.sample().partitions().stream())
                .map(partition -> partition.span().from())
                .sorted()
                .toList();
        long length = times.isEmpty() ? 1 : 1 + ChronoUnit.DAYS.between(times.get(0), times.get(times.size() - 1));
        long daily = drafts.stream()
                .mapToInt(draft -> draft.history().period() == Period.HOUR ? 24 : 1)
                .sum();
        long min = daily > MANY_HOURLY * 24 ? MIN_DAYS_OF_HOURS : MIN_DAYS;
        long max = Math.max(min, Math.min(MAX_DAYS, MAX_PERIODS / daily));
        return Math.toIntExact(Math.min(length, max));
    }
}
