// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.Traffic;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A suite that is suggested for the data under a folder, derived from the names of folders and the most recent
 * partitions. The limits fit all past partitions except outliers, which the YAML names in comments. Immutable.
 */
public final class Suggestion {

    private final List<DatasetDraft> drafts;
    private final SuiteHeader header;
    private final Traffic traffic;

    private Suggestion(List<DatasetDraft> drafts, SuiteHeader header, Traffic traffic) {
        this.drafts = List.copyOf(drafts);
        this.header = header;
        this.traffic = traffic;
    }

    /**
     * Reads a sample of what a folder contains, and derives a suite from it.
     *
     * @param lake the lake to list
     * @param root the folder to search, ending with a slash
     * @param written the same folder, as it is to be written in the suite, ending with a slash
     * @param zone the time zone of the dates in folder names, or empty if unknown
     * @param now the current time; partitions whose deadline has not passed are ignored, because they may still grow
     * @throws NothingToSuggestException if no suite can be suggested, for example because there are no dated folders
     * @throws io.lakecheck.lake.LakeException if the lake cannot be read
     */
    public static Suggestion of(
            Lake lake, String root, String written, Optional<ZoneId> zone, Instant now, Sampling sampling) {
        LakeSampler sampler = new LakeSampler(lake, sampling.timeout(), sampling.progress());
        DatasetSearch search = DatasetSearch.in(root, sampler, now);
        if (search.datasets().isEmpty()) {
            throw nothing(root, search.leftovers());
        }
        ZoneId known = SuiteHeader.orDefault(zone);
        HistoryReader reader = new HistoryReader(lake, sampler, sampling, search.flags(), known, now);
        DatasetNames names = DatasetNames.of(search.datasets(), root);
        List<DatasetDraft> drafts = new ArrayList<>();
        for (FoundDataset found : search.datasets()) {
            DatasetHistory history = reader.read(found);
            drafts.add(
                    DatasetDraft.of(names.of(found), written + history.found().template(), history, known, now));
        }
        return new Suggestion(drafts, new SuiteHeader(written, zone, now, search.leftovers()), sampler.traffic());
    }

    private static NothingToSuggestException nothing(String root, Leftovers leftovers) {
        String remedy = ". Set lakecheck.location to another folder, or write the suite by hand";
        if (leftovers.isEmpty()) {
            return new NothingToSuggestException("no objects found under " + Display.visible(root)
                    + ". Set lakecheck.location to a folder that contains dated folders");
        }
        YamlWriter found = new YamlWriter();
        leftovers.writeTo(found, root);
        return new NothingToSuggestException(leftovers
                .firstUnknown()
                .map(folder -> "the names of the dated folders under " + Display.visible(root) + ", such as "
                        + Display.visible(root + folder)
                        + ", match no known date pattern or cannot be expressed in a suite" + remedy)
                .orElseGet(() -> "no dated folders found under " + Display.visible(root)
                        + ". Expected folders such as dt=2026-01-02/, 2026/01/02/ or 2026-W02/, or files such as"
                        + " kpi_20260102.csv" + remedy + ". " + found.sentences()));
    }

    /** Returns the requests that were needed to read the lake. */
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

    /**
     * Returns the verdicts that the suite would have given on the partitions that were read, or empty if no partition
     * is due yet. Lists nothing.
     *
     * @param suite the suite that {@link #lines()} contain
     */
    public Optional<Backtest> backtest(Suite suite) {
        List<Backtest.Series> series = drafts.stream()
                .flatMap(draft -> suite.datasets().stream()
                        .filter(dataset -> dataset.name().equals(draft.name()))
                        .flatMap(dataset -> Replayed.series(draft, dataset).stream()))
                .toList();
        return end().map(end -> new Backtest(end, days(), traffic, series));
    }

    private Optional<Instant> end() {
        return drafts.stream()
                .flatMap(
                        draft -> draft.sample().partitions().stream().map(partition -> partition.deadline(draft.due())))
                .max(Comparator.naturalOrder());
    }

    private int days() {
        return drafts.stream()
                .map(draft -> draft.sample().partitions())
                .filter(partitions -> !partitions.isEmpty())
                .mapToInt(partitions -> 1
                        + Math.toIntExact(ChronoUnit.DAYS.between(
                                partitions.get(0).span().from(),
                                partitions.get(partitions.size() - 1).span().from())))
                .max()
                .orElse(1);
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
}
