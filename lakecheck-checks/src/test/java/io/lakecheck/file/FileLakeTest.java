// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.MemoryLake;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileLakeTest {

    private static final Instant NOW = Instant.parse("2026-01-03T07:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final DirectoryOpener REAL = Files::newDirectoryStream;
    private static final Instant WRITTEN = Instant.parse("2026-01-02T03:00:00Z");

    private final FileLake lake = lakeOf(REAL, 100);

    @TempDir
    private Path outside;

    private Path root;

    @BeforeEach
    void creates_the_root() throws IOException {
        root = Files.createDirectory(outside.resolve("lake"));
    }

    @Test
    void shows_every_file_with_its_size_and_time() throws IOException {
        put("dt=2026-01-02/part-0", 3);

        assertThat(list("")).containsExactly(new LakeObject("dt=2026-01-02/part-0", 3, WRITTEN, ""));
    }

    @Test
    void orders_keys_by_their_utf_8_bytes_including_slashes() throws IOException {
        for (String key : List.of("a/b", "a.txt", "a0", "a-b/c", "\uFF5E", "\uD83D\uDE00", "é", "Z", "_SUCCESS")) {
            put(key, 1);
        }

        assertThat(keys(""))
                .containsExactly("Z", "_SUCCESS", "a-b/c", "a.txt", "a/b", "a0", "é", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void agrees_with_a_sorted_map_on_every_prefix_and_start() throws IOException {
        Random random = new Random(20260102);
        String[] names = {"a", "a.b", "ab", "a0", "b", "-", "é", "z\uD83D\uDE00"};
        MemoryLake oracle = new MemoryLake();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder key = new StringBuilder("f" + names[random.nextInt(names.length)]);
            for (int depth = random.nextInt(4); depth > 0; depth--) {
                key.insert(0, names[random.nextInt(names.length)] + "/");
            }
            keys.add(key.toString());
            put(key.toString(), i);
            oracle.put("m/" + key, i, WRITTEN.toString());
        }
        for (int i = 0; i < 2000; i++) {
            String prefix = cut(keys, random);
            String after = cut(keys, random);
            FileLake narrow = lakeOf(REAL, 1 + random.nextInt(5));

            assertThat(list(narrow, new KeyRange(root + "/", prefix, after)))
                    .as("prefix '%s' after '%s'", prefix, after)
                    .extracting(LakeObject::key)
                    .containsExactlyElementsOf(list(oracle, new KeyRange("m/", prefix, after)).stream()
                            .map(LakeObject::key)
                            .toList());
        }
    }

    @Test
    void lists_folders_in_order_including_empty_ones() throws IOException {
        for (String key : List.of("a0/x", "a-b/x", "a.txt", "a/x", "é/x", "Z/x/y")) {
            put(key, 1);
        }
        Files.createDirectory(root.resolve("empty"));
        link("linked", Path.of("a"));

        for (int mostNames = 1; mostNames < 10; mostNames++) {
            assertThat(folders(lakeOf(REAL, mostNames), ""))
                    .as("%s names at once", mostNames)
                    .containsExactly("Z", "a-b", "a", "a0", "empty", "linked", "é");
        }
        assertThat(folders(lake, "empty/")).isEmpty();
    }

    @Test
    @Survives(Hazard.LOCAL_LAKE)
    void folders_that_can_not_be_listed_are_unreadable() throws IOException {
        put("a/x", 1);
        link("a/out", outside);

        assertThatThrownBy(() -> folders(lake, "a/"))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("is a link that points outside the lake");
        assertThatThrownBy(() -> folders(lake, "../"))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("invalid folder name '..'");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux allows names that are not valid Unicode")
    void names_that_are_not_valid_unicode_all_count() throws Exception {
        put("a/x", 1);
        String make = "cd \"$1\" && for byte in 376 377; do printf ok > \"$(printf \"f\\\\$byte\")\"; done";
        Process shell = new ProcessBuilder(
                        "sh", "-c", make, "sh", root.resolve("a").toString())
                .inheritIO()
                .start();
        assertThat(shell.waitFor()).isZero();

        assertThat(list("")).extracting(LakeObject::key).containsExactly("a/f\uFFFD", "a/f\uFFFD", "a/x");
        assertThat(list("")).extracting(LakeObject::bytes).containsExactly(2L, 2L, 1L);
        assertThat(list(lakeOf(REAL, 1), range(""))).hasSize(3);
    }

    @Test
    void opens_only_the_folder_of_the_prefix() throws IOException {
        put("dt=2026-01-01/part-0", 1);
        put("dt=2026-01-02/hour=01/part-0", 1);
        List<String> opened = new ArrayList<>();

        list(
                lakeOf(
                        folder -> {
                            opened.add(root.toRealPath().relativize(folder).toString());
                            return REAL.open(folder);
                        },
                        100),
                range("dt=2026-01-02/"));

        assertThat(opened).containsExactly("dt=2026-01-02", "dt=2026-01-02/hour=01");
    }

    @Test
    void skips_folders_before_the_start() throws IOException {
        put("dt=2026-01-01/part-0", 1);
        put("dt=2026-01-02/part-0", 1);
        put("dt=2026-01-02/part-1", 1);
        List<String> opened = new ArrayList<>();

        List<LakeObject> shown = list(
                lakeOf(
                        folder -> {
                            opened.add(folder.getFileName().toString());
                            return REAL.open(folder);
                        },
                        100),
                new KeyRange(root + "/", "", "dt=2026-01-02/part-0"));

        assertThat(shown).extracting(LakeObject::key).containsExactly("dt=2026-01-02/part-1");
        assertThat(opened).containsExactly("lake", "dt=2026-01-02");
    }

    @Test
    void stops_when_the_visitor_wants_no_more() throws IOException {
        put("a/1", 1);
        put("a/2", 1);
        put("b", 1);
        List<String> seen = new ArrayList<>();

        lake.list(range(""), object -> {
            seen.add(object.key());
            return seen.size() < 2;
        });

        assertThat(seen).containsExactly("a/1", "a/2");
    }

    @Test
    void an_absent_folder_is_empty() throws IOException {
        put("file", 1);

        assertThat(list(lake, KeyRange.of(root + "/nowhere/", ""))).isEmpty();
        assertThat(list("dt=2026-01-02/")).isEmpty();
        assertThat(list("file/")).as("a file is not a folder").isEmpty();
    }

    @Test
    void a_root_that_is_a_file_is_unreadable() throws IOException {
        put("file", 1);

        assertUnreadable(KeyRange.of(root + "/file/", ""), "file is not a folder");
    }

    @Test
    void reads_file_uris_in_every_spelling() throws IOException {
        put("my data/x", 1);

        for (String text : List.of(
                "file:" + root + "/my%20data/",
                "file://" + root + "/my%20data/",
                "FILE:" + root + "/my%20data/",
                root + "/my data/")) {
            assertThat(list(lake, KeyRange.of(text, ""))).as(text).hasSize(1);
        }
    }

    @Test
    void a_relative_root_is_below_the_working_directory() throws IOException {
        put("x", 1);
        String relative = Path.of("").toAbsolutePath().relativize(root) + "/";

        assertThat(list(lake, KeyRange.of(relative, ""))).hasSize(1);
        assertThat(list(lake, KeyRange.of("file:" + relative, ""))).hasSize(1);
    }

    @Test
    void an_invalid_root_is_unreadable() {
        assertUnreadable(KeyRange.of("file:/my data/", ""), "file:/my data/", "%20 for a space");
        assertUnreadable(KeyRange.of("file://server/data/", ""), "file://server/data/");
        assertUnreadable(KeyRange.of("/da\0ta/", ""), "'/da\\u{0}ta/' is not a valid path");
    }

    @Test
    @Survives(Hazard.LOCAL_LAKE)
    void a_prefix_never_leaves_the_root() throws IOException {
        Files.writeString(outside.resolve("secret"), "x");
        put("a/x", 1);

        assertUnreadable(range("../"), "invalid folder name '..'");
        assertUnreadable(range("a/../../"), "invalid folder name '..'");
        assertUnreadable(range("./a/"), "invalid folder name '.'");
        assertUnreadable(range("a//"), "invalid folder name ''");
        assertUnreadable(range("a\0/"), "invalid folder name 'a\\u{0}'");
        assertThat(list("..")).isEmpty();
    }

    @Test
    void follows_links_that_stay_below_the_root() throws IOException {
        put("data/x", 7);
        link("latest", root.resolve("data"));
        link("y", root.resolve("data/x"));

        assertThat(list("")).extracting(LakeObject::key).containsExactly("data/x", "latest/x", "y");
        assertThat(list("")).extracting(LakeObject::bytes).containsExactly(7L, 7L, 7L);
        assertThat(list("latest/")).extracting(LakeObject::key).containsExactly("latest/x");
    }

    @Test
    void the_root_itself_may_be_a_link() throws IOException {
        put("x", 1);
        Path link = Files.createSymbolicLink(outside.resolve("link"), root);

        assertThat(list(lake, KeyRange.of(link + "/", "")))
                .extracting(LakeObject::key)
                .containsExactly("x");
    }

    @Test
    @Survives(Hazard.LOCAL_LAKE)
    void a_link_out_of_the_root_is_unreadable() throws IOException {
        Path folder = Files.createDirectory(outside.resolve("secret"));
        Path secret = Files.writeString(folder.resolve("x"), "x");
        link("out/file", secret);
        link("dir", folder);

        assertUnreadable(range("out/"), "file is a link that points outside the lake");
        assertUnreadable(range("dir/"), "dir is a link that points outside the lake");
        assertUnreadable(range(""), "dir is a link that points outside the lake");
    }

    @Test
    void a_folder_with_a_longer_name_is_outside_the_root() throws IOException {
        Files.createDirectory(outside.resolve("lake2"));
        link("dir", outside.resolve("lake2"));

        assertUnreadable(range(""), "dir is a link that points outside the lake");
    }

    @Test
    @Survives(Hazard.LOCAL_LAKE)
    void circular_links_are_unreadable() throws IOException {
        put("a/x", 1);
        link("a/up", root.resolve("a"));
        link("b/self", root.resolve("b/self"));
        link("c/top", root);

        assertUnreadable(range("a/"), "a/up/ is a link to its own parent folder");
        assertUnreadable(range("b/"), "self can't be read");
        assertUnreadable(range("c/"), "c/top/ is a link to its own parent folder");
        assertUnreadable(range("c/top/"), "is a link to its own parent folder");
    }

    @Test
    void an_endless_chain_of_links_is_unreadable() throws IOException {
        for (int i = 0; i < 600; i++) {
            link("d" + i + "/on", root.resolve("d" + (i + 1)));
        }
        put("d600/x", 1);

        assertUnreadable(range("d0/"), "512 folders deep");
        assertThat(list("d300/")).hasSize(1);
    }

    @Test
    void a_broken_link_is_unreadable() throws IOException {
        link("a/x", root.resolve("nowhere"));
        Path gone = Files.createSymbolicLink(outside.resolve("gone"), outside.resolve("nowhere"));

        assertUnreadable(range("a/"), "x is a broken symbolic link");
        assertUnreadable(range("a/x/"), "x is a broken symbolic link");
        assertUnreadable(KeyRange.of(gone + "/", ""), "gone is a broken symbolic link");
    }

    @Test
    @Survives(Hazard.LOCAL_LAKE)
    void a_file_deleted_during_the_listing_is_left_out() throws IOException {
        put("a", 1);
        put("b", 1);

        assertThat(list(
                        lakeOf(
                                folder -> {
                                    List<Path> names = new ArrayList<>();
                                    try (DirectoryStream<Path> stream = REAL.open(folder)) {
                                        stream.forEach(names::add);
                                    }
                                    Files.delete(root.resolve("a"));
                                    return streamOf(names.iterator());
                                },
                                100),
                        range("")))
                .extracting(LakeObject::key)
                .containsExactly("b");
    }

    @Test
    void a_folder_deleted_during_the_listing_is_left_out() throws IOException {
        put("a/x", 1);
        put("b", 1);

        assertThat(list(
                        lakeOf(
                                folder -> {
                                    if (folder.endsWith("a")) {
                                        Files.delete(folder.resolve("x"));
                                        Files.delete(folder);
                                    }
                                    return REAL.open(folder);
                                },
                                100),
                        range("")))
                .extracting(LakeObject::key)
                .containsExactly("b");
    }

    @Test
    @Survives(Hazard.LOCAL_LAKE)
    void a_folder_without_access_is_unreadable() throws IOException {
        put("a/x", 1);

        FileLake locked = lakeOf(
                folder -> {
                    if (folder.endsWith("a")) {
                        throw new AccessDeniedException(folder.toString());
                    }
                    return REAL.open(folder);
                },
                100);

        assertUnreadable(locked, range(""), "access denied to ", "/a.");
    }

    @Test
    void a_folder_without_permissions_is_unreadable_except_for_root() throws IOException {
        put("a/x", 1);
        Path locked = root.resolve("a");
        Files.setPosixFilePermissions(locked, Set.of());
        try {
            if (Files.isReadable(locked)) {
                assertThat(keys("")).containsExactly("a/x");
            } else {
                assertUnreadable(range(""), "access denied to ", "/a.");
            }
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_disk_that_fails_midway_is_unreadable() throws IOException {
        put("a", 1);

        FileLake broken = lakeOf(
                folder -> streamOf(new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        throw new DirectoryIteratorException(new IOException("Input/output error"));
                    }

                    @Override
                    public Path next() {
                        throw new AssertionError();
                    }
                }),
                100);

        assertUnreadable(broken, range(""), "can't be read: Input/output error");
    }

    @Test
    void delivers_pages_of_a_thousand_objects_like_s3() throws IOException {
        for (int i = 0; i < 1000; i++) {
            Files.createFile(root.resolve("f" + i));
        }
        assertThat(answers(range("nowhere"))).hasSize(1);
        assertThat(answers(range(""))).hasSize(1);

        Files.createFile(root.resolve("g"));
        assertThat(answers(range(""))).hasSize(2);
    }

    @Test
    void reports_the_machines_time() {
        assertThat(answers(range(""))).containsExactly(new Lake.Answer(Optional.of(NOW), NOW));
    }

    @Test
    void a_file_written_during_the_listing_is_not_in_the_future() throws IOException {
        put("x", 1);
        List<Object> order = new ArrayList<>();
        new FileLake(
                        Clock.systemUTC(),
                        folder -> {
                            Files.setLastModifiedTime(
                                    root.resolve("x"),
                                    FileTime.from(Clock.systemUTC().instant()));
                            return REAL.open(folder);
                        },
                        100)
                .list(range(""), new Lake.Visitor() {
                    @Override
                    public boolean onObject(LakeObject object) {
                        return order.add(object.modified());
                    }

                    @Override
                    public void onAnswer(Lake.Answer answer) {
                        order.add(answer.localClock());
                    }
                });

        assertThat((Instant) order.get(1)).isBeforeOrEqualTo((Instant) order.get(0));
    }

    @Test
    void an_interrupted_listing_ends() throws IOException {
        put("x", 1);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> list(""))
                    .isInstanceOf(LakeException.class)
                    .hasMessageContaining("the run was stopped");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static String cut(List<String> keys, Random random) {
        String key = keys.get(random.nextInt(keys.size()));
        int end = random.nextInt(key.length() + 1);
        return end > 0 && Character.isHighSurrogate(key.charAt(end - 1)) ? key : key.substring(0, end);
    }

    private static FileLake lakeOf(DirectoryOpener folders, int mostNames) {
        return new FileLake(CLOCK, folders, mostNames);
    }

    private static DirectoryStream<Path> streamOf(Iterator<Path> iterator) {
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return iterator;
            }

            @Override
            public void close() {}
        };
    }

    private void put(String key, int bytes) throws IOException {
        Path file = root.resolve(key);
        Files.createDirectories(requireNonNull(file.getParent()));
        Files.write(file, new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN.plusMillis(700)));
    }

    private void link(String key, Path target) throws IOException {
        Files.createDirectories(requireNonNull(root.resolve(key).getParent()));
        Files.createSymbolicLink(root.resolve(key), target);
    }

    private KeyRange range(String prefix) {
        return KeyRange.of(root + "/", prefix);
    }

    private List<LakeObject> list(String prefix) {
        return list(lake, range(prefix));
    }

    private List<String> keys(String prefix) {
        return list(prefix).stream().map(LakeObject::key).toList();
    }

    private static List<LakeObject> list(Lake lake, KeyRange range) {
        List<LakeObject> shown = new ArrayList<>();
        lake.list(range, shown::add);
        return shown;
    }

    private List<String> folders(Lake some, String path) {
        List<String> names = new ArrayList<>();
        some.folders(root + "/", path, names::add);
        return names;
    }

    private List<Lake.Answer> answers(KeyRange range) {
        List<Lake.Answer> answers = new ArrayList<>();
        lake.list(range, new Lake.Visitor() {
            @Override
            public boolean onObject(LakeObject object) {
                return true;
            }

            @Override
            public void onAnswer(Lake.Answer answer) {
                answers.add(answer);
            }
        });
        return answers;
    }

    private void assertUnreadable(KeyRange range, String... parts) {
        assertUnreadable(lake, range, parts);
    }

    private static void assertUnreadable(FileLake lake, KeyRange range, String... parts) {
        assertThatThrownBy(() -> list(lake, range))
                .isInstanceOfSatisfying(
                        LakeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE))
                .hasMessageContainingAll(parts);
    }
}
