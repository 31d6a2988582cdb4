// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Lake}, as tests. Each subclass tests one implementation. The keys are also valid on a file
 * system: no name is both a file and a folder.
 */
public abstract class LakeContract {

    private static final Comparator<String> BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    /** Returns the address of a folder that only this test uses, ending with a slash. */
    protected abstract String root();

    /**
     * Returns a lake with the given objects under {@link #root}, in addition to those from earlier calls.
     *
     * @param objects the sizes of the objects in bytes, by key
     */
    protected abstract Lake holding(Map<String, Integer> objects) throws Exception;

    /** Tests the order of keys. Tests of S3 emulators that use another order override this method. */
    @Test
    protected void lists_keys_in_the_order_of_their_unsigned_utf_8_bytes() throws Exception {
        List<String> keys = List.of(
                "B",
                "a!",
                "a-b",
                "a.txt",
                "a/b",
                "a/b-c",
                "a/c/d",
                "a0",
                "a~",
                "b",
                "z",
                "ä",
                "\uFF5E",
                "\uD83D\uDE00");

        RecordedObjects visitor = list(holding(empty(keys)), "", "");

        assertThat(visitor.keys())
                .containsExactlyElementsOf(keys.stream().sorted(BYTES).toList());
    }

    @Test
    void lists_only_keys_with_the_prefix() throws Exception {
        Lake lake = holding(
                empty(List.of("dt=2026-01-01/a", "dt=2026-01-02/a", "dt=2026-01-02/b/c", "dt=2026-01-02x", "other/a")));

        assertThat(list(lake, "dt=2026-01-02/", "").keys()).containsExactly("dt=2026-01-02/a", "dt=2026-01-02/b/c");
        assertThat(list(lake, "dt=2026-01-02", "").keys())
                .containsExactly("dt=2026-01-02/a", "dt=2026-01-02/b/c", "dt=2026-01-02x");
    }

    @Test
    void lists_only_keys_after_the_given_one() throws Exception {
        Lake lake = holding(empty(List.of("a/1", "a/2", "a/3", "b/1")));

        assertThat(list(lake, "", "a/2").keys()).containsExactly("a/3", "b/1");
        assertThat(list(lake, "a/", "a/2").keys()).containsExactly("a/3");
        assertThat(list(lake, "", "a/2!").keys()).as("after a missing key").containsExactly("a/3", "b/1");
        assertThat(list(lake, "a/", "b").keys())
                .as("after the end of the prefix")
                .isEmpty();
        assertThat(list(lake, "b/", "a/2").keys())
                .as("before the start of the prefix")
                .containsExactly("b/1");
    }

    @Test
    void lists_sizes_and_times_in_whole_seconds() throws Exception {
        Instant before = Clock.systemUTC().instant().minusSeconds(86_400);

        RecordedObjects visitor = list(holding(Map.of("empty", 0, "one", 1, "many", 123_456)), "", "");

        assertThat(visitor.sizes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("empty", 0L, "one", 1L, "many", 123_456L));
        assertThat(visitor.objects).allSatisfy(object -> {
            assertThat(object.modified()).isEqualTo(object.modified().truncatedTo(ChronoUnit.SECONDS));
            assertThat(object.modified()).isAfter(before);
        });
    }

    @Test
    void a_missing_folder_is_empty() throws Exception {
        RecordedObjects visitor = list(holding(empty(List.of("present/a"))), "missing/", "");

        assertThat(visitor.objects).isEmpty();
        assertThat(visitor.answers).as("requests").isEqualTo(1);
    }

    @Test
    void lists_a_thousand_objects_per_request_until_the_visitor_stops() throws Exception {
        RecordedObjects thousand = list(holding(empty(numbered(1000))), "part-", "");
        assertThat(thousand.keys()).containsExactlyElementsOf(numbered(1000));
        assertThat(thousand.answers).isEqualTo(1);

        Lake oneMore = holding(empty(List.of("part-01000")));
        RecordedObjects all = list(oneMore, "part-", "");
        assertThat(all.keys()).containsExactlyElementsOf(numbered(1001));
        assertThat(all.answers).isEqualTo(2);

        RecordedObjects three = new RecordedObjects(3);
        oneMore.list(KeyRange.of(root(), ""), three);
        assertThat(three.keys()).containsExactly("part-00000", "part-00001", "part-00002");
        assertThat(three.answers).isEqualTo(1);

        RecordedObjects page = RecordedObjects.pages(1);
        oneMore.list(KeyRange.of(root(), ""), page);
        assertThat(page.keys()).containsExactlyElementsOf(numbered(1000));
        assertThat(page.answers).isEqualTo(1);
    }

    @Test
    void reports_the_response_before_its_objects() throws Exception {
        RecordedObjects visitor = list(holding(empty(List.of("a"))), "", "");

        assertThat(visitor.answersBeforeFirstObject).isEqualTo(1);
    }

    @Test
    void lists_subfolders_once_each_in_key_order() throws Exception {
        Lake lake = holding(empty(List.of(
                "b/1", "b/2/3", "a/x/1", "a/y/2", "a-b/1", "a0/1", "a0/2", "loose", "dt=2026-01-01/part-0", "ä/1")));

        assertThat(folders(lake, "").names).containsExactly("a-b", "a", "a0", "b", "dt=2026-01-01", "ä");
        assertThat(folders(lake, "a/").names).containsExactly("x", "y");
        assertThat(folders(lake, "b/").names).containsExactly("2");
        assertThat(folders(lake, "a0/").names).isEmpty();
    }

    @Test
    void a_missing_folder_has_no_subfolders() throws Exception {
        RecordedFolders visitor = folders(holding(empty(List.of("present/a/1"))), "missing/");

        assertThat(visitor.names).isEmpty();
        assertThat(visitor.answers).as("requests").isEqualTo(1);
    }

    @Test
    protected void lists_a_thousand_folders_per_request_until_the_visitor_stops() throws Exception {
        RecordedFolders thousand = folders(
                holding(empty(numbered(1000).stream().map(name -> name + "/x").toList())), "");
        assertThat(thousand.names).containsExactlyElementsOf(numbered(1000));
        assertThat(thousand.answers).isEqualTo(1);

        Lake oneMore = holding(empty(List.of("part-00000/y", "part-01000/x")));
        RecordedFolders all = folders(oneMore, "");
        assertThat(all.names).containsExactlyElementsOf(numbered(1001));
        assertThat(all.answers).isEqualTo(2);

        RecordedFolders three = new RecordedFolders(3);
        oneMore.folders(root(), "", three);
        assertThat(three.names).containsExactly("part-00000", "part-00001", "part-00002");
        assertThat(three.answers).isEqualTo(1);
    }

    @Test
    void lists_unusual_keys_unchanged() throws Exception {
        List<String> keys = List.of(
                "100% sure",
                "a+b c",
                "a%2Fb",
                "<b>&amp;\"'",
                "=cmd()",
                "${HOME}",
                "::error::x",
                "\u001B[31mred",
                "line\nbreak",
                "\u202Ebidi",
                "emoji \uD83D\uDE80",
                "tab\there",
                "~tilde*");

        RecordedObjects visitor = list(holding(empty(keys)), "", "");

        assertThat(visitor.keys()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(folders(
                                holding(empty(keys.stream()
                                        .map(key -> "in/" + key + "/x")
                                        .toList())),
                                "in/")
                        .names)
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void serves_several_threads_concurrently() throws Exception {
        Lake lake = holding(empty(numbered(100)));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<RecordedObjects>> listings = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> list(lake, "", ""), threads))
                    .limit(16)
                    .toList();

            assertThat(listings)
                    .allSatisfy(listing -> assertThat(listing.join().keys()).isEqualTo(numbered(100)));
        } finally {
            threads.shutdownNow();
        }
    }

    private RecordedObjects list(Lake lake, String prefix, String after) {
        RecordedObjects visitor = new RecordedObjects(Integer.MAX_VALUE);
        lake.list(new KeyRange(root(), prefix, after), visitor);
        return visitor;
    }

    private RecordedFolders folders(Lake lake, String path) {
        RecordedFolders visitor = new RecordedFolders(Integer.MAX_VALUE);
        lake.folders(root(), path, visitor);
        return visitor;
    }

    private static Map<String, Integer> empty(List<String> keys) {
        Map<String, Integer> objects = new LinkedHashMap<>();
        keys.forEach(key -> objects.put(key, 0));
        return objects;
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "part-%05d", i))
                .toList();
    }

    /** A visitor that records folders. Not thread-safe. */
    private static final class RecordedFolders implements Lake.FolderVisitor {

        private final List<String> names = new ArrayList<>();
        private final int enough;
        private int answers;

        RecordedFolders(int enough) {
            this.enough = enough;
        }

        @Override
        public boolean onFolder(String name) {
            names.add(name);
            return names.size() < enough;
        }

        @Override
        public void onAnswer(Lake.Answer answer) {
            answers++;
        }
    }

    /** A visitor that records objects. Not thread-safe. */
    private static final class RecordedObjects implements Lake.Visitor {

        private final List<LakeObject> objects = new ArrayList<>();
        private final int enough;
        private int answers;
        private int answersBeforeFirstObject;
        private int pages = Integer.MAX_VALUE;

        RecordedObjects(int enough) {
            this.enough = enough;
        }

        /** Returns a visitor that stops after the given number of pages. */
        static RecordedObjects pages(int pages) {
            RecordedObjects visitor = new RecordedObjects(Integer.MAX_VALUE);
            visitor.pages = pages;
            return visitor;
        }

        @Override
        public boolean wantsNextPage() {
            return answers < pages;
        }

        @Override
        public boolean onObject(LakeObject object) {
            if (objects.isEmpty()) {
                answersBeforeFirstObject = answers;
            }
            objects.add(object);
            return objects.size() < enough;
        }

        @Override
        public void onAnswer(Lake.Answer answer) {
            answers++;
        }

        List<String> keys() {
            return objects.stream().map(LakeObject::key).toList();
        }

        Map<String, Long> sizes() {
            return objects.stream().collect(Collectors.toMap(LakeObject::key, LakeObject::bytes));
        }
    }
}
