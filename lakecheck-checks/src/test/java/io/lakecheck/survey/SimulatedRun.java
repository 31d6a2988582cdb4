// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static java.util.Objects.requireNonNull;

import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.Observation;
import io.lakecheck.partition.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Listings in simulated time.
 *
 * @param threads the threads of the run
 * @param count the number of threads
 */
record SimulatedRun(SimulatedThreads threads, int count) {

    static final Dataset KPI = Datasets.daily(Datasets.marked("_SUCCESS"));
    static final Partition DAY = KPI.partition("2026-01-02");

    static SimulatedRun of(int threads) {
        return new SimulatedRun(new SimulatedThreads(threads), threads);
    }

    /** Lists {@link #DAY}. */
    Observation day(Lake lake) {
        return day(lake, new DatasetLandmarks());
    }

    /** Lists {@link #DAY} with these landmarks. */
    Observation day(Lake lake, DatasetLandmarks landmarks) {
        return result(
                lake,
                context -> PartitionListing.list(context, SharedSnapshots.of(KPI), DAY, landmarks, Instant.EPOCH));
    }

    /** Returns the result of a listing after all threads have ended. */
    <T> T result(Lake lake, Function<SurveyContext, CompletableFuture<T>> listing) {
        TrafficMeter meter = new TrafficMeter(progress -> {});
        SurveyContext context =
                new SurveyContext(lake, threads, count, meter, new RunTimeout(Duration.ofHours(1), meter));
        AtomicReference<CompletableFuture<T>> result = new AtomicReference<>();
        threads.run(() -> result.set(listing.apply(context)));
        return requireNonNull(result.get()).join();
    }
}
