// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Strays;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One look through the folders in a folder: keeps the first strays by name and counts them all. For one thread. */
final class StrayListing implements Lake.FolderVisitor {

    private final String root;
    private final String path;
    private final Predicate<String> known;
    private final TrafficMeter meter;
    private final List<String> named = new ArrayList<>();
    private long count;

    private StrayListing(String root, String path, Predicate<String> known, TrafficMeter meter) {
        this.root = root;
        this.path = path;
        this.known = known;
        this.meter = meter;
    }

    /**
     * Looks. Whatever goes wrong at the lake becomes {@linkplain Strays#trouble trouble}; nothing partial is kept.
     *
     * @param path of the folder below the root, with a slash at its end; empty for the root itself
     * @param known whether a folder at an address is none
     */
    static Strays in(Lake lake, String root, String path, Predicate<String> known, TrafficMeter meter) {
        StrayListing look = new StrayListing(root, path, known, meter);
        try {
            lake.folders(root, path, look);
            return new Strays(look.named, look.count, Optional.empty());
        } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
            return Strays.failed(LakeException.of(thrown));
        }
    }

    @Override
    public boolean folder(String name) {
        PartitionListing.checkInterrupt();
        if (!isHidden(name) && !known.test(root + path + name + "/")) {
            count++;
            if (named.size() < Strays.MAX_NAMED) {
                // A name may be empty; then its slash is all there is to see of it.
                named.add(path + (name.isEmpty() ? "/" : name));
            }
        }
        return true;
    }

    private static boolean isHidden(String name) {
        return name.startsWith("_") || name.startsWith(".");
    }

    @Override
    public void answered(Lake.Answer answer) {
        meter.request();
    }

    @Override
    public void retried() {
        meter.retry();
    }
}
