// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Strays;
import io.lakecheck.partition.Partition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goes through a dataset's past days, oldest first, and looks for all of them at once: each partition is listed once,
 * however many days look back on it. Strays count for the newest day alone: nothing tells since when they lie there,
 * and each of ninety days would ring for the same one.
 */
final class Replay {

    private final Survey survey;
    private final int days;

    Replay(Survey survey, int days) {
        this.survey = survey;
        this.days = days;
    }

    /** @param newest evidence of the newest partition that is due, before anybody has looked */
    CompletableFuture<List<Backtest.Series>> of(Evidence newest) {
        Dataset dataset = newest.dataset();
        List<Evidence> judged = new ArrayList<>();
        List<Evidence> before = new ArrayList<>();
        for (Partition partition : partitions(newest)) {
            if (isWithin(days, partition, newest)) {
                Evidence then = evidence(dataset, partition);
                judged.add(partition.equals(newest.partition()) ? then : withoutStrays(then));
            } else {
                before.add(evidence(timesAlone(dataset), partition));
            }
        }
        Collections.reverse(judged);
        return survey.complete(Stream.concat(judged.stream(), before.stream()).toList())
                .thenApply(
                        seen -> Backtest.series(dataset, seen.subList(0, judged.size()), BackfillDetector.among(seen)));
    }

    private static Evidence withoutStrays(Evidence evidence) {
        return evidence.withStrays(evidence.dataset().checks().stream()
                .flatMap(check -> check.searches(evidence).stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), folder -> Strays.NONE)));
    }

    /** The past days, newest first; of a dataset that is checked for recency at least as many as tell a copy. */
    private List<Partition> partitions(Evidence newest) {
        List<Partition> partitions = new ArrayList<>();
        if (newest.partition().span().isEmpty()) {
            return partitions;
        }
        boolean isTimed = newest.dataset().recencyChecks().findAny().isPresent();
        Iterable<Partition> past = () -> Stream.concat(
                        Stream.of(newest.partition()), newest.dataset().before(newest.partition()))
                .iterator();
        for (Partition partition : past) {
            boolean tellsCopies = isTimed
                    && (partitions.size() < BackfillDetector.LEAST
                            || isWithin(BackfillDetector.DAYS, partition, newest));
            if (!tellsCopies && !isWithin(days, partition, newest)) {
                break;
            }
            partitions.add(partition);
        }
        return partitions;
    }

    private static boolean isWithin(long days, Partition partition, Evidence newest) {
        return partition
                .span()
                .orElseThrow()
                .from()
                .isAfter(newest.partition().span().orElseThrow().from().minusDays(days));
    }

    private static Evidence evidence(Dataset dataset, Partition partition) {
        return Evidence.empty(
                dataset, partition, partition.span().orElseThrow().deadline().toInstant());
    }

    /** The same dataset, of which nothing but when its partitions were written is asked. */
    private static Dataset timesAlone(Dataset dataset) {
        return new Dataset(
                dataset.name(),
                dataset.location(),
                dataset.zone(),
                dataset.due(),
                dataset.calendar(),
                dataset.filter(),
                dataset.recencyChecks().map(Check.class::cast).toList(),
                dataset.dimensions());
    }
}
