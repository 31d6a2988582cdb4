// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.Display;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs in a partition, or in a range of its keys, in key order. The first and the last run are kept separately,
 * because they may continue in the ranges before and after this one. Not thread-safe.
 */
final class RunSequence {

    private final Runs selection;
    private final List<Instant> cutoffs;
    private @Nullable RunContent first;

    /** The content of the checked runs between the first and the last run. */
    private RunContent middle;

    private RunContent last;
    private Ignored replaced = Ignored.NONE;

    /** The runs between the first and the last one, if each run is checked; finally all runs. */
    private final List<RunContent> each = new ArrayList<>();

    /** The maximum number of runs that are checked one by one, so that the size of a snapshot is limited. */
    static final int MOST_RUNS = 1000;

    /**
     * @param selection which runs are checked
     * @param cutoffs see {@link Subtotals#timely}
     */
    RunSequence(Runs selection, List<Instant> cutoffs) {
        this.selection = selection;
        this.cutoffs = cutoffs;
        this.middle = run("");
        this.last = run("");
    }

    private RunContent run(String name) {
        return new RunContent(name, cutoffs);
    }

    /**
     * Returns the run with the given name. Because the keys in a run are adjacent, the last run ends when another run
     * is entered.
     */
    RunContent enter(String run) {
        if (!last.name().equals(run)) {
            endLast();
            last = run(run);
        }
        return last;
    }

    /**
     * Adds the runs in the range that follows this one. {@code following} must not be used afterwards.
     *
     * @throws ArithmeticException if the total size overflows
     */
    void append(RunSequence following) {
        if (following.first != null) {
            continueWith(following.first);
            endLast();
            middle = combine(middle, following.middle);
            following.each.forEach(this::addToEach);
        }
        continueWith(following.last);
        replaced = replaced.plus(following.replaced);
    }

    private void continueWith(RunContent run) {
        if (run.isAbsent()) {
            return;
        }
        if (last.name().equals(run.name())) {
            last.append(run);
        } else {
            endLast();
            last = run;
        }
    }

    private void endLast() {
        if (!last.isAbsent()) {
            if (first == null) {
                first = last;
            } else {
                middle = combine(middle, last);
                addToEach(last);
            }
        }
        last = run("");
    }

    private void addToEach(RunContent run) {
        if (selection == Runs.EACH) {
            each.add(run);
            if (each.size() >= MOST_RUNS) {
                throw new LakeException(
                        LakeException.Reason.RUNS,
                        "more than " + MOST_RUNS + " folders or files such as " + Display.visible(run.name())
                                + " match the location. Set runs: all to check them together");
            }
        }
    }

    private RunContent combine(RunContent one, RunContent next) {
        one.addParts();
        next.addParts();
        if (one.isAbsent() || next.isAbsent()) {
            return one.isAbsent() ? next : one;
        }
        if (selection != Runs.NEWEST) {
            RunContent both = run(one.name());
            both.addAll(one);
            both.addAll(next);
            return both;
        }
        boolean isNewer = !next.isOlderThan(one);
        replaced = replaced.plusRun((isNewer ? one : next).name());
        return isNewer ? next : one;
    }

    /**
     * Ends the last run.
     *
     * @throws ArithmeticException if the total size overflows
     */
    void end() {
        endLast();
        if (selection == Runs.EACH && first != null) {
            each.add(0, first);
        }
        first = combine(counted(), middle);
        middle = run("");
    }

    /** Returns the runs in key order if each run is checked; otherwise none. {@link #end} must have been called. */
    List<RunStats> each() {
        return each.stream().map(RunContent::stats).toList();
    }

    /** Returns the content of the runs that are checked. {@link #end} must have been called. */
    RunContent counted() {
        return first == null ? run("") : first;
    }

    /** Returns the runs that are not checked, because a newer run has replaced them. */
    Ignored replaced() {
        return replaced;
    }
}
