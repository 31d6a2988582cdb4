// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.SnapshotBuilder;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Partition;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The listing of one partition. Not thread-safe. */
final class PartitionListing extends MeteredListing implements ListingPart<PartitionListing> {

    private final Supplier<SnapshotBuilder> builders;
    private final SnapshotBuilder builder;
    private final List<String> landmarks;
    private final PageStarts pages = new PageStarts();

    private PartitionListing(Supplier<SnapshotBuilder> builders, List<String> landmarks, TrafficMeter meter) {
        super(meter);
        this.builders = builders;
        this.builder = builders.get();
        this.landmarks = landmarks;
    }

    /**
     * Lists a partition in the calling thread and, if the partition is large, also in idle threads. If the listing
     * fails for any reason, the result is an {@link Unobserved}, and the objects listed so far are discarded.
     *
     * @param landmarks the dataset's landmarks, which the listing uses and updates
     */
    static CompletableFuture<Observation> list(
            SurveyContext context,
            SharedSnapshots snapshots,
            Partition partition,
            DatasetLandmarks landmarks,
            Instant now) {
        PartitionListing empty =
                new PartitionListing(() -> snapshots.builder(partition), landmarks.in(partition), context.meter());
        return SplitListing.list(context, KeyRange.of(partition.root(), partition.prefix()), empty)
                .<Observation>thenApply(listed -> {
                    landmarks.replace(partition, listed.pages.keys());
                    return listed.builder.snapshot(listed.lastAnswer(now));
                })
                // A bug that affects one partition must not hide the verdicts on other datasets.
                .exceptionally(failure -> new Unobserved(partition, LakeException.of(failure)));
    }

    @Override
    public void onAnswer(Lake.Answer answer) {
        super.onAnswer(answer);
        pages.startPage();
    }

    @Override
    public boolean onObject(LakeObject object) {
        countObject();
        pages.add(object);
        builder.add(object);
        return true;
    }

    @Override
    public List<String> landmarks() {
        return landmarks;
    }

    @Override
    public PartitionListing another() {
        return new PartitionListing(builders, landmarks, meter());
    }

    @Override
    public void append(PartitionListing following) {
        builder.append(following.builder);
        pages.append(following.pages);
        appendAnswer(following);
    }
}
