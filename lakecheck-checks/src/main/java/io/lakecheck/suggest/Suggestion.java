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
 * A suite for what lies below a folder, learned from one listing of it. Limits are those that the good partitions of
 * the past have kept; what is out of line in the past is left out and told. Immutable.
 */
public final class Suggestion {

    private static final int MOST_DATASETS = 50;

    /**
     * Enough to see what a suite is worth, few enough to judge in a moment: so many periods of all datasets together.
     */
    private static final int MOST_PERIODS = 2000;

    private static final int MOST_DAYS = 800;
    private static final int LEAST_DAYS = 30;

    private final List<DatasetDraft> drafts;
    private final SuiteHeader preface;
    private final Traffic traffic;

    private Suggestion(List<DatasetDraft> drafts, SuiteHeader preface, Traffic traffic) {
        this.drafts = List.copyOf(drafts);
        this.preface = preface;
        this.traffic = traffic;
    }

    /**
     * Looks and learns.
     *
     * @param lake where to look
     * @param root the folder to list, with a slash at its end
     * @param written the same as the suite shall write it, with a slash at its end
     * @param zone whose days the folders hold; empty where nobody knows
     * @param now what is not due by then may still grow and is left out
     * @param timeout how long looking may take
     * @throws NothingToSuggestException where nothing is there, or nothing dated
     * @throws io.lakecheck.lake.LakeException where it can't be looked
     */
    public static Suggestion of(
            Lake lake, String root, String written, Optional<ZoneId> zone, Instant now, Duration timeout) {
        FolderScan found = new FolderScan(timeout);
        lake.list(KeyRange.of(root, ""), found);
        if (found.traffic().objects() == 0) {
            throw new NothingToSuggestException("there is nothing below " + Display.visible(root)
                    + "; see that lakecheck.location names the folder above the dated ones, such as s3://refined/kpi/");
        }
        DatasetFinder datasets = DatasetFinder.of(root, found);
        Map<String, DatasetHistory> pasts = datasets.pasts();
        if (pasts.isEmpty()) {
            throw undated(root, found, datasets.leftOut());
        }
        DatasetNames names = new DatasetNames();
        List<DatasetDraft> drafts = pasts.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> -entry.getValue().piles().size()))
                .limit(MOST_DATASETS)
                .map(entry -> {
                    DatasetHistory past = entry.getValue();
                    String name = names.of(past.layout().location().root());
                    return DatasetDraft.of(name, written + entry.getKey(), past, SuiteHeader.orAssumed(zone), now);
                })
                .toList();
        return new Suggestion(
                drafts,
                new SuiteHeader(written, zone, now, found.undated(), datasets.leftOut(), pasts.size() - drafts.size()),
                found.traffic());
    }

    private static NothingToSuggestException undated(String root, FolderScan found, List<String> leftOut) {
        String remedy = "; name another folder in lakecheck.location, or write the suite by hand";
        return new NothingToSuggestException(
                leftOut.isEmpty()
                        ? "nothing below " + Display.visible(root) + " is dated: "
                                + Display.count(found.traffic().objects(), "object")
                                + ", and no folder such as dt=2026-01-02/, 2026/01/02/ or 2026-W02/" + remedy
                        : "the folders below " + Display.visible(root)
                                + " that may be dated follow no pattern, or have names"
                                + " that are not fit for a suite, such as " + Display.visible(leftOut.get(0)) + remedy);
    }

    /** What looking cost. */
    public Traffic traffic() {
        return traffic;
    }

    /** The suite as YAML, line by line, each limit under the evidence for it. */
    public List<String> lines() {
        return SuiteText.of(preface, drafts, Optional.empty());
    }

    /** The same with what each check would have flagged in the past. */
    public List<String> lines(Backtest past) {
        return SuiteText.of(preface, drafts, Optional.of(past));
    }

    /**
     * The deadline of the newest partition: the last moment at which there was something to judge; empty where nothing
     * was due yet.
     */
    public Optional<Instant> end() {
        return drafts.stream()
                .flatMap(draft -> draft.parts().stream().map(part -> part.deadline(draft.due())))
                .max(Comparator.naturalOrder());
    }

    /** How many days back from the {@link #end} the past reaches, or as many as can be judged in a moment. */
    public int days() {
        List<LocalDateTime> times = drafts.stream()
                .flatMap(draft -> draft.parts().stream())
                .map(part -> part.span().from())
                .sorted()
                .toList();
        long reach = times.isEmpty() ? 1 : 1 + ChronoUnit.DAYS.between(times.get(0), times.get(times.size() - 1));
        long daily = drafts.stream()
                .mapToInt(draft -> draft.past().period() == Period.HOUR ? 24 : 1)
                .sum();
        long most = Math.max(LEAST_DAYS, Math.min(MOST_DAYS, MOST_PERIODS / daily));
        return Math.toIntExact(Math.min(reach, most));
    }
}
