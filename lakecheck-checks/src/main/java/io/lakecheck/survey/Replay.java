// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Strays;
import io.lakecheck.partition.Partition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Replays the past days of a dataset. The evidence for all days is collected together, so that each partition is listed
 * once, even if it belongs to the history of several days. Stray folders are reported only for the newest day, because
 * it is unknown how long they have existed, and every day would otherwise alert on the same folder.
 */
final class Replay {

    private final Survey survey;
    private final int days;

    Replay(Survey survey, int days) {
        this.survey = survey;
        this.days = days;
    }

    /** @param newest the evidence for the newest partition that is due, before anything was listed */
    CompletableFuture<List<Backtest.Series>> replay(Evidence newest) {
        Dataset dataset = newest.dataset();
        List<Evidence> judged = new ArrayList<>();
        List<Evidence> before = new ArrayList<>();
        for (Partition partition : partitions(newest)) {
            if (isWithin(days, partition, newest)) {
                Evidence then = evidence(dataset, partition).withStrays(Map.of(Strays.UNEXPECTED, Strays.NOT_SEARCHED));
                judged.add(partition.equals(newest.partition()) ? then : withoutStrays(then));
            } else {
                before.add(withoutStrays(evidence(onlyRecency(dataset), partition)));
            }
        }
        Collections.reverse(judged);
        return survey.complete(Stream.concat(judged.stream(), before.stream()).toList())
                .thenApply(all -> Backtest.series(dataset, all.subList(0, judged.size()), BackfillDetector.among(all)));
    }

    private static Evidence withoutStrays(Evidence evidence) {
        Map<String, Strays> none =
                new HashMap<>(Map.of("", Strays.NOT_SEARCHED, Strays.UNEXPECTED, Strays.NOT_SEARCHED));
        Stream.concat(
                        evidence.location().parents(evidence.partition()).stream(),
                        evidence.dataset().checks().stream().flatMap(check -> check.searches(evidence).stream()))
                .forEach(folder -> none.put(folder, Strays.NOT_SEARCHED));
        return evidence.withStrays(none);
    }

    /**
     * Returns the past partitions, newest first. If recency is checked, includes older ones that are needed only to
     * detect backfills.
     */
    private List<Partition> partitions(Evidence newest) {
        List<Partition> partitions = new ArrayList<>();
        if (newest.partition().span().isEmpty()) {
            return partitions;
        }
        boolean checksRecency = newest.dataset().recencyChecks().findAny().isPresent();
        Iterable<Partition> past = () -> Stream.concat(
                        Stream.of(newest.partition()), newest.dataset().before(newest.partition()))
                .iterator();
        for (Partition partition : past) {
            boolean detectsBackfills = checksRecency
                    && (partitions.size() < BackfillDetector.MIN_PARTITIONS
                            || isWithin(BackfillDetector.MIN_DAYS, partition, newest));
            if (!detectsBackfills && !isWithin(days, partition, newest)) {
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

    private static Dataset onlyRecency(Dataset dataset) {
        return new Dataset(
                dataset.name(),
                dataset.location(),
                dataset.schedule(),
                dataset.filter(),
                dataset.recencyChecks().map(Check.class::cast).toList(),
                dataset.dimensions(),
                dataset.presence());
    }
}
