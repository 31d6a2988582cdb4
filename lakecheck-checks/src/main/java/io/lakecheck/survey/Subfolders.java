// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The names of a folder's subfolders.
 *
 * @param names the names in key order; empty if there is a failure
 * @param failure the reason why the names are unknown
 */
record Subfolders(List<String> names, Optional<LakeException> failure) {

    /** The maximum number of subfolders. A larger number indicates that the location refers to the wrong folder. */
    static final int MOST = 10_000;

    private static Subfolders failed(LakeException failure) {
        return new Subfolders(List.of(), Optional.of(failure));
    }

    /**
     * Lists a folder.
     *
     * @param folder the full path, ending with a slash
     */
    static CompletableFuture<Subfolders> of(String folder, SurveyContext context) {
        CompletableFuture<Subfolders> listing =
                CompletableFuture.supplyAsync(() -> list(folder, context), context.executor());
        return context.timeout().limit(listing, folder, Subfolders::failed);
    }

    private static Subfolders list(String folder, SurveyContext context) {
        Listing listing = new Listing(folder, context.meter());
        try {
            context.lake().folders(folder, "", listing);
            return new Subfolders(List.copyOf(listing.names), Optional.empty());
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            return failed(LakeException.of(failure));
        }
    }

    private static final class Listing extends MeteredListing implements Lake.FolderVisitor {

        private final String folder;
        private final List<String> names = new ArrayList<>();

        Listing(String folder, TrafficMeter meter) {
            super(meter);
            this.folder = folder;
        }

        @Override
        public boolean onFolder(String name) {
            checkInterrupt();
            if (names.size() == MOST) {
                throw new LakeException(
                        LakeException.Reason.MEMBERS,
                        Display.visible(folder) + " has more than " + MOST
                                + " subfolders. List the names under 'each' instead of *");
            }
            return names.add(name);
        }
    }
}
