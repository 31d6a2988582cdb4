// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Strays;
import io.lakecheck.Suite;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Searches for stray folders, which do not belong to any dataset in the suite. Each folder is searched once, even if
 * several checks need it. Thread-safe.
 */
final class StraySearch {

    private final Suite suite;
    private final SurveyContext context;
    private final Map<String, CompletableFuture<Strays>> searches = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<FirstObjects.Page>> pages = new ConcurrentHashMap<>();

    StraySearch(Suite suite, SurveyContext context) {
        this.suite = suite;
        this.context = context;
    }

    /**
     * Searches the folders that a dataset's checks need, and returns the results by the folders' paths relative to the
     * dataset's root. Searches that are already under way are reused.
     */
    Map<String, CompletableFuture<Strays>> search(Evidence evidence) {
        String root = evidence.dataset().location().root();
        Map<String, CompletableFuture<Strays>> all = new HashMap<>();
        Stream.concat(
                        evidence.dataset().checks().stream().flatMap(check -> check.searches(evidence).stream()),
                        Strays.explaining(evidence).stream())
                .distinct()
                .forEach(path -> all.put(
                        path,
                        path.equals(Strays.FIRST_OBJECTS)
                                ? firstObjects(evidence.dataset())
                                : search(root, path, evidence.now())));
        return all;
    }

    private CompletableFuture<Strays> firstObjects(Dataset dataset) {
        String root = dataset.location().root();
        return pages.computeIfAbsent(dataset.location().toString(), any -> context.timeout()
                        .limit(
                                CompletableFuture.supplyAsync(
                                        () -> FirstObjects.of(dataset, near(root), context.lake(), context.meter()),
                                        context.executor()),
                                root,
                                FirstObjects.Page::failed))
                .thenApply(page -> page.explaining(dataset));
    }

    private CompletableFuture<Strays> search(String root, String path, Instant now) {
        if (!path.startsWith(Strays.ABOVE_ROOT)) {
            return searches.computeIfAbsent(root + path, folder -> list(root, path, now));
        }
        String above = Strays.aboveRoot(root, path);
        return above.isEmpty() || above.endsWith("//")
                ? CompletableFuture.completedFuture(Strays.NONE)
                : searches.computeIfAbsent(above, folder -> list(above, "", now));
    }

    private CompletableFuture<Strays> list(String root, String path, Instant now) {
        CompletableFuture<Strays> search = CompletableFuture.supplyAsync(
                () -> StrayListing.list(context.lake(), root, path, near(root + path), now, context.meter()),
                context.executor());
        return context.timeout().limit(search, root + path, Strays::failed);
    }

    /**
     * Returns the datasets that may have partitions in a folder. Asking all datasets of a large suite about each
     * subfolder would take long.
     */
    private Suite near(String folder) {
        return suite.only(dataset -> dataset.isOpen()
                        || dataset.location().root().startsWith(folder)
                        || folder.startsWith(dataset.location().root()))
                .orElse(suite);
    }
}
