// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goes through a dataset's past days, oldest first, and looks for all of them at once: each partition is listed once, however many days look
 * back on it. Strays count for the newest day alone: nothing tells since when they lie there, and each of ninety days would ring for the same
 * one.
 */
final class Replay {

    private final Survey survey;
    private final int days;

    Replay(Survey survey, int days) {
        this.survey = survey;
        this.days = days;
    }

    /** @param newest evidence of the newest partition that is due, before anybody has looked */
    CompletableFuture<List<Evidence>> of(Evidence newest) {
        return survey.complete(partitions(newest).stream()
                .map(partition -> then(newest, partition))
                .toList());
    }

    private static Evidence then(Evidence newest, Partition partition) {
        Evidence then = Evidence.none(
                newest.dataset(),
                partition,
                partition.span().orElseThrow().deadline().toInstant());
        return partition.equals(newest.partition()) ? then : withoutStrays(then);
    }

    private static Evidence withoutStrays(Evidence evidence) {
        return evidence.withStrays(evidence.dataset().checks().stream()
                .flatMap(check -> check.searches(evidence).stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), folder -> Strays.NONE)));
    }

    private List<Partition> partitions(Evidence newest) {
        if (newest.partition().span().isEmpty()) {
            return List.of();
        }
        LocalDateTime end = newest.partition().span().get().from().minusDays(days);
        List<Partition> partitions = Stream.concat(
                        Stream.of(newest.partition()), newest.dataset().before(newest.partition()))
                .takeWhile(partition -> partition.span().orElseThrow().from().isAfter(end))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(partitions);
        return partitions;
    }
}
