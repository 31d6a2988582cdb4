// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Strays;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.StrayKind;

/**
 * The first objects in the root of a dataset, on a single page. Their names show what is there instead of a dataset
 * whose partitions are files. Not thread-safe.
 */
final class FirstObjects extends MeteredListing implements Lake.Visitor {

    private static final int PAGE = 1000;

    private final Dataset dataset;
    private Strays strays = Strays.NONE;
    private int objects;

    private FirstObjects(Dataset dataset, TrafficMeter meter) {
        super(meter);
        this.dataset = dataset;
    }

    /** Lists the first objects. An object that belongs to a partition of the dataset is not a stray. */
    static Strays of(Dataset dataset, Lake lake, TrafficMeter meter) {
        FirstObjects listing = new FirstObjects(dataset, meter);
        try {
            lake.list(KeyRange.of(dataset.location().root(), ""), listing);
            return listing.strays;
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            return Strays.failed(LakeException.of(failure));
        }
    }

    @Override
    public boolean onObject(LakeObject object) {
        checkInterrupt();
        countObject();
        objects++;
        strays = dataset.partitionOf(dataset.location().root() + object.key()).isPresent()
                ? strays.plusKnown()
                : strays.plus(new Strays.Stray(object.key(), StrayKind.OTHER));
        return objects < PAGE;
    }
}
