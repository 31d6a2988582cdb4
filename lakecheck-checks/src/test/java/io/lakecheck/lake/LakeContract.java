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
 * What every lake does. A subclass says how objects get into its lake; its keys are legal on a file system too: no name
 * is both a file and a folder.
 */
public abstract class LakeContract {

    private static final Comparator<String> BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    /** An address that names a folder of this test's own, with a slash at its end. */
    protected abstract String root();

    /** A lake that holds these objects below {@link #root}, besides those of earlier calls: sizes by key. */
    protected abstract Lake holding(Map<String, Integer> objects) throws Exception;

    /** Servers that stand in for S3 can have another order; their own tests say so. */
    @Test
    protected void shows_keys_in_the_order_of_their_unsigned_utf_8_bytes() throws Exception {
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

        Seen seen = list(holding(empty(keys)), "", "");

        assertThat(seen.keys())
                .containsExactlyElementsOf(keys.stream().sorted(BYTES).toList());
    }

    @Test
    void shows_only_what_starts_with_the_prefix() throws Exception {
        Lake lake = holding(
                empty(List.of("dt=2026-01-01/a", "dt=2026-01-02/a", "dt=2026-01-02/b/c", "dt=2026-01-02x", "other/a")));

        assertThat(list(lake, "dt=2026-01-02/", "").keys()).containsExactly("dt=2026-01-02/a", "dt=2026-01-02/b/c");
        assertThat(list(lake, "dt=2026-01-02", "").keys())
                .containsExactly("dt=2026-01-02/a", "dt=2026-01-02/b/c", "dt=2026-01-02x");
    }

    @Test
    void starts_behind_a_key_and_leaves_that_key_out() throws Exception {
        Lake lake = holding(empty(List.of("a/1", "a/2", "a/3", "b/1")));

        assertThat(list(lake, "", "a/2").keys()).containsExactly("a/3", "b/1");
        assertThat(list(lake, "a/", "a/2").keys()).containsExactly("a/3");
        assertThat(list(lake, "", "a/2!").keys())
                .as("behind a key that isn't there")
                .containsExactly("a/3", "b/1");
        assertThat(list(lake, "a/", "b").keys()).as("behind the prefix's end").isEmpty();
        assertThat(list(lake, "b/", "a/2").keys())
                .as("before the prefix's start")
                .containsExactly("b/1");
    }

    @Test
    void shows_each_size_and_a_time_of_whole_seconds() throws Exception {
        Instant before = Clock.systemUTC().instant().minusSeconds(86_400);

        Seen seen = list(holding(Map.of("empty", 0, "one", 1, "many", 123_456)), "", "");

        assertThat(seen.sizes()).containsExactlyInAnyOrderEntriesOf(Map.of("empty", 0L, "one", 1L, "many", 123_456L));
        assertThat(seen.objects).allSatisfy(object -> {
            assertThat(object.modified()).isEqualTo(object.modified().truncatedTo(ChronoUnit.SECONDS));
            assertThat(object.modified()).isAfter(before);
        });
    }

    @Test
    void takes_a_folder_that_is_not_there_for_an_empty_one() throws Exception {
        Seen seen = list(holding(empty(List.of("there/a"))), "not there/", "");

        assertThat(seen.objects).isEmpty();
        assertThat(seen.answers).as("it was asked all the same").isEqualTo(1);
    }

    @Test
    void asks_once_for_every_thousand_objects_and_not_on_when_enough_was_seen() throws Exception {
        Seen thousand = list(holding(empty(numbered(1000))), "part-", "");
        assertThat(thousand.keys()).containsExactlyElementsOf(numbered(1000));
        assertThat(thousand.answers).isEqualTo(1);

        Lake oneMore = holding(empty(List.of("part-01000")));
        Seen all = list(oneMore, "part-", "");
        assertThat(all.keys()).containsExactlyElementsOf(numbered(1001));
        assertThat(all.answers).isEqualTo(2);

        Seen three = new Seen(3);
        oneMore.list(KeyRange.of(root(), ""), three);
        assertThat(three.keys()).containsExactly("part-00000", "part-00001", "part-00002");
        assertThat(three.answers).isEqualTo(1);

        Seen page = Seen.pages(1);
        oneMore.list(KeyRange.of(root(), ""), page);
        assertThat(page.keys()).containsExactlyElementsOf(numbered(1000));
        assertThat(page.answers).isEqualTo(1);
    }

    @Test
    void says_that_it_was_answered_before_it_shows_objects() throws Exception {
        Seen seen = list(holding(empty(List.of("a"))), "", "");

        assertThat(seen.answersBeforeFirstObject).isEqualTo(1);
    }

    @Test
    void shows_the_folders_directly_below_a_folder_each_once_in_key_order() throws Exception {
        Lake lake = holding(empty(List.of(
                "b/1", "b/2/3", "a/x/1", "a/y/2", "a-b/1", "a0/1", "a0/2", "loose", "dt=2026-01-01/part-0", "ä/1")));

        assertThat(folders(lake, "").names).containsExactly("a-b", "a", "a0", "b", "dt=2026-01-01", "ä");
        assertThat(folders(lake, "a/").names).containsExactly("x", "y");
        assertThat(folders(lake, "b/").names).containsExactly("2");
        assertThat(folders(lake, "a0/").names).isEmpty();
    }

    @Test
    void a_folder_that_is_not_there_has_no_folders() throws Exception {
        Folders seen = folders(holding(empty(List.of("there/a/1"))), "not there/");

        assertThat(seen.names).isEmpty();
        assertThat(seen.answers).as("it was asked all the same").isEqualTo(1);
    }

    @Test
    protected void asks_once_for_every_thousand_folders_and_not_on_when_enough_was_seen() throws Exception {
        Folders thousand = folders(
                holding(empty(numbered(1000).stream().map(name -> name + "/x").toList())), "");
        assertThat(thousand.names).containsExactlyElementsOf(numbered(1000));
        assertThat(thousand.answers).isEqualTo(1);

        Lake oneMore = holding(empty(List.of("part-00000/y", "part-01000/x")));
        Folders all = folders(oneMore, "");
        assertThat(all.names).containsExactlyElementsOf(numbered(1001));
        assertThat(all.answers).isEqualTo(2);

        Folders three = new Folders(3);
        oneMore.folders(root(), "", three);
        assertThat(three.names).containsExactly("part-00000", "part-00001", "part-00002");
        assertThat(three.answers).isEqualTo(1);
    }

    @Test
    void spells_strange_keys_as_they_are() throws Exception {
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

        Seen seen = list(holding(empty(keys)), "", "");

        assertThat(seen.keys()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(folders(
                                holding(empty(keys.stream()
                                        .map(key -> "in/" + key + "/x")
                                        .toList())),
                                "in/")
                        .names)
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void serves_many_threads_at_once() throws Exception {
        Lake lake = holding(empty(numbered(100)));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Seen>> listings = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> list(lake, "", ""), threads))
                    .limit(16)
                    .toList();

            assertThat(listings)
                    .allSatisfy(listing -> assertThat(listing.join().keys()).isEqualTo(numbered(100)));
        } finally {
            threads.shutdownNow();
        }
    }

    private Seen list(Lake lake, String prefix, String after) {
        Seen seen = new Seen(Integer.MAX_VALUE);
        lake.list(new KeyRange(root(), prefix, after), seen);
        return seen;
    }

    private Folders folders(Lake lake, String path) {
        Folders seen = new Folders(Integer.MAX_VALUE);
        lake.folders(root(), path, seen);
        return seen;
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

    /** Remembers the folders it was shown. For one thread. */
    private static final class Folders implements Lake.FolderVisitor {

        private final List<String> names = new ArrayList<>();
        private final int enough;
        private int answers;

        Folders(int enough) {
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

    /** Remembers what it was shown. For one thread. */
    private static final class Seen implements Lake.Visitor {

        private final List<LakeObject> objects = new ArrayList<>();
        private final int enough;
        private int answers;
        private int answersBeforeFirstObject;
        private int pages = Integer.MAX_VALUE;

        Seen(int enough) {
            this.enough = enough;
        }

        /** One who has seen enough at the end of a page. */
        static Seen pages(int pages) {
            Seen seen = new Seen(Integer.MAX_VALUE);
            seen.pages = pages;
            return seen;
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
