// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Strays;
import io.lakecheck.Suite;
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
    private final Suite suite;
    private Strays strays = Strays.NONE;
    private int objects;

    /**
     * The result of the listing.
     *
     * @param isFull whether there may be more objects than those that were listed
     */
    record Page(Strays strays, boolean isFull) {

        static Page failed(LakeException failure) {
            return new Page(Strays.failed(failure), false);
        }

        /**
         * Returns what explains why no partition of a dataset exists. If its partitions may be absent and there are
         * more objects, some partitions may follow, so nothing is reported.
         */
        Strays explaining(Dataset dataset) {
            return isFull && dataset.presence().mayBeAbsent() ? Strays.NOT_SEARCHED : strays;
        }
    }

    private FirstObjects(Dataset dataset, Suite suite, TrafficMeter meter) {
        super(meter);
        this.dataset = dataset;
        this.suite = suite;
    }

    /**
     * Lists the first objects. An object that belongs to a partition of the dataset, or of another one in the suite, is
     * not a stray. The result is the same for all datasets with this location.
     */
    static Page of(Dataset dataset, Suite suite, Lake lake, TrafficMeter meter) {
        FirstObjects listing = new FirstObjects(dataset, suite, meter);
        try {
            lake.list(KeyRange.of(dataset.location().root(), ""), listing);
            return new Page(listing.strays, listing.objects == PAGE);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            return Page.failed(LakeException.of(failure));
        }
    }

    @Override
    public boolean onObject(LakeObject object) {
        checkInterrupt();
        countObject();
        objects++;
        String address = dataset.location().root() + object.key();
        if (dataset.partitionOf(address).isPresent()) {
            strays = strays.plusKnown();
        } else if (suite.datasets().stream()
                .noneMatch(other -> other.partitionOf(address).isPresent())) {
            strays = strays.plus(new Strays.Stray(object.key(), StrayKind.OTHER));
        }
        return objects < PAGE;
    }
}
