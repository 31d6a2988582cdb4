// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.Traffic;
import io.lakecheck.survey.Backtest;
import io.lakecheck.survey.OpenDataset;
import io.lakecheck.value.Display;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A suite that is suggested for the data under a folder, derived from the names of folders and the most recent
 * partitions. The limits fit all past partitions except outliers, which the YAML names in comments. Immutable.
 */
public final class Suggestion {

    private final List<EntryDraft> drafts;
    private final SuiteHeader header;
    private final Traffic traffic;

    private Suggestion(List<EntryDraft> drafts, SuiteHeader header, Traffic traffic) {
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
        if (search.entries().isEmpty()) {
            throw nothing(root, search.leftovers());
        }
        ZoneId known = SuiteHeader.orDefault(zone);
        HistoryReader reader = new HistoryReader(lake, sampler, sampling, search, known, now);
        DatasetNames names = DatasetNames.of(search.entries(), root);
        List<EntryDraft> drafts = new ArrayList<>();
        for (FoundEntry entry : search.entries()) {
            List<DatasetDraft> read = new ArrayList<>();
            for (FoundDataset found : entry.sampled(search.entries().size())) {
                DatasetHistory history = reader.read(found);
                read.add(DatasetDraft.of(
                        entry.name(names.of(entry), found),
                        written + history.found().template(),
                        history,
                        known,
                        now));
            }
            drafts.add(draft(entry, names.of(entry), written, read));
        }
        return new Suggestion(drafts, new SuiteHeader(written, zone, now, search.leftovers()), sampler.traffic());
    }

    private static EntryDraft draft(FoundEntry entry, String name, String written, List<DatasetDraft> read) {
        return entry.members().isEmpty()
                ? EntryDraft.of(read.get(0))
                : EntryDraft.of(
                        name,
                        written
                                + entry.folder()
                                + read.get(0).history().layout().template(),
                        entry.members(),
                        read);
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
     * that alerted too often are commented out, and so are datasets in which no partition is due yet.
     *
     * @param backtest the backtest of this suite
     */
    public List<String> lines(Backtest backtest) {
        return SuiteText.of(header, drafts, Optional.of(backtest));
    }

    /**
     * Returns the verdicts that the suite would have given on the partitions that were read. There are none if no
     * partition is due yet. Lists nothing.
     *
     * @param suite the suite that {@link #lines()} contain
     */
    public Backtest backtest(Suite suite) {
        List<Backtest.Series> series = read().flatMap(draft -> suite.datasets().stream()
                        .flatMap(dataset -> named(draft.name(), dataset).stream())
                        .flatMap(dataset -> Replayed.series(draft, dataset).stream()))
                .toList();
        return new Backtest(end().orElse(header.now()), days(), traffic, series);
    }

    private Stream<DatasetDraft> read() {
        return drafts.stream().flatMap(entry -> entry.read().stream());
    }

    /** Returns the dataset with a name: the given one or, if it is open, one of its members. */
    private static Optional<Dataset> named(String name, Dataset dataset) {
        return dataset.name().equals(name)
                ? Optional.of(dataset)
                : OpenDataset.of(dataset).flatMap(open -> open.memberNamed(name));
    }

    private Optional<Instant> end() {
        return read().flatMap(
                        draft -> draft.sample().partitions().stream().map(partition -> partition.deadline(draft.due())))
                .max(Comparator.naturalOrder());
    }

    private int days() {
        return read().map(draft -> draft.sample().partitions())
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
        Map<String, List<Backtest.Series>> checks =
                backtest.series().stream().collect(Collectors.groupingBy(Suggestion::check));
        return new Backtest(
                backtest.at(),
                backtest.days(),
                backtest.traffic(),
                backtest.series().stream()
                        .filter(series -> !PastAlerts.of(Optional.ofNullable(checks.get(check(series)))
                                        .orElseThrow())
                                .areTooFrequent())
                        .toList());
    }

    /** Returns the name of a check and of the entry that contains it. */
    private static String check(Backtest.Series series) {
        return series.dataset().name().replaceFirst("\\[.*", "") + " "
                + series.check().name();
    }
}
