// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Strays;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The search of one folder for stray subfolders. It counts all of them but keeps only the first few names. Not
 * thread-safe.
 */
final class StrayListing extends MeteredListing implements Lake.FolderVisitor {

    private final String root;
    private final String path;
    private final Predicate<String> isKnown;
    private final List<String> named = new ArrayList<>();
    private long count;

    private StrayListing(String root, String path, Predicate<String> isKnown, TrafficMeter meter) {
        super(meter);
        this.root = root;
        this.path = path;
        this.isKnown = isKnown;
    }

    /**
     * Searches a folder. If the listing fails for any reason, the result contains only the {@linkplain Strays#failure
     * failure}, and the strays found so far are discarded.
     *
     * @param path the path of the folder below the root, ending with a slash; empty for the root itself
     * @param isKnown tests whether the folder at an address belongs to a dataset
     */
    static Strays list(Lake lake, String root, String path, Predicate<String> isKnown, TrafficMeter meter) {
        StrayListing listing = new StrayListing(root, path, isKnown, meter);
        try {
            lake.folders(root, path, listing);
            return new Strays(listing.named, listing.count, Optional.empty());
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            return Strays.failed(LakeException.of(failure));
        }
    }

    @Override
    public boolean onFolder(String name) {
        checkInterrupt();
        if (!isHidden(name) && !isKnown.test(root + path + name + "/")) {
            count++;
            if (named.size() < Strays.MAX_NAMED) {
                // The name is empty if a key contains two slashes in a row. Only a slash can be shown then.
                named.add(path + (name.isEmpty() ? "/" : name));
            }
        }
        return true;
    }

    private static boolean isHidden(String name) {
        return name.startsWith("_") || name.startsWith(".");
    }
}
