// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.Verdict;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.ByteSize;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotTest {

    private static final Dataset KPI = Datasets.daily(Datasets.marked("_SUCCESS"));
    private static final Partition DAY = KPI.partition("2026-01-02");
    private static final Instant NOON = Instant.parse("2026-01-03T12:00:00Z");

    @Test
    void summarizes_all_objects() {
        Random random = new Random(7);
        List<LakeObject> objects = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            objects.add(object("part-" + i, random.nextInt(50), NOON.plusSeconds(random.nextInt(500))));
        }

        Snapshot snapshot = snapshot(objects);

        assertThat(snapshot.objects()).isEqualTo(1000);
        assertThat(snapshot.bytes().bytes())
                .isEqualTo(objects.stream().mapToLong(LakeObject::bytes).sum());
        assertThat(snapshot.smallest().map(LakeObject::bytes))
                .contains(objects.stream().mapToLong(LakeObject::bytes).min().orElseThrow());
        assertThat(snapshot.largest().map(LakeObject::bytes))
                .contains(objects.stream().mapToLong(LakeObject::bytes).max().orElseThrow());
        assertThat(snapshot.oldest().map(LakeObject::modified))
                .contains(objects.stream()
                        .map(LakeObject::modified)
                        .min(Instant::compareTo)
                        .orElseThrow());
        assertThat(snapshot.newest().map(LakeObject::modified))
                .contains(objects.stream()
                        .map(LakeObject::modified)
                        .max(Instant::compareTo)
                        .orElseThrow());
    }

    @Test
    void parts_add_up_to_the_snapshot_of_the_whole() {
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            List<LakeObject> objects = new ArrayList<>();
            int count = random.nextInt(40);
            for (int i = 0; i < count; i++) {
                String name = i == 3 ? "_SUCCESS" : random.nextInt(5) == 0 ? ".x" + i : "part-" + i;
                objects.add(object(name, random.nextInt(3), NOON.plusSeconds(random.nextInt(3))));
            }
            SnapshotBuilder parts = new SnapshotBuilder(DAY, KPI.roles());
            for (int from = 0; from < count; ) {
                int to = from + random.nextInt(count - from + 1);
                SnapshotBuilder part = new SnapshotBuilder(DAY, KPI.roles());
                objects.subList(from, to).forEach(part::add);
                parts.append(part);
                from = to;
            }

            assertThat(parts.snapshot(Lake.Answer.at(NOON))).isEqualTo(snapshot(objects));
        }
    }

    @ParameterizedTest
    @EnumSource
    void parts_of_several_runs_add_up_to_the_snapshot_of_the_whole(Runs runs) {
        Partition day = new Partition("s3://refined/kpi/", "run=2026-01-02-*/", Optional.empty());
        ObjectFilter filter = new ObjectFilter(List.of(), List.of(), runs);
        Random random = new Random(9);
        for (int round = 0; round < 500; round++) {
            List<LakeObject> objects = new ArrayList<>();
            for (int run = 0; run < 9; run++) {
                String name = "run=2026-01-02-" + run + (random.nextInt(9) == 0 ? "" : "/");
                for (int i = random.nextInt(5); i > 0; i--) {
                    String file = i == 3 ? "_SUCCESS" : random.nextInt(4) == 0 ? ".x" : "part-" + i;
                    Instant modified = NOON.plusSeconds(random.nextInt(5));
                    objects.add(new LakeObject(name + file, random.nextInt(3), modified, "etag"));
                }
            }
            ObjectRoles roles = new ObjectRoles(Optional.of("_SUCCESS"), List.of(), filter);
            Snapshot whole = joined(List.of(objects), day, roles);

            int first = random.nextInt(objects.size() + 1);
            int second = first + random.nextInt(objects.size() - first + 1);
            assertThat(joined(
                            List.of(
                                    objects.subList(0, first),
                                    objects.subList(first, second),
                                    objects.subList(second, objects.size())),
                            day,
                            roles))
                    .isEqualTo(whole);
        }
    }

    @Test
    void splits_within_a_part_do_not_change_which_markers_are_missing() {
        PartRule countries = new PartRule("country", List.of());
        ObjectRoles roles = new ObjectRoles(
                Optional.of("country=*/_SUCCESS"), List.of("*.tmp"), ObjectFilter.DATA, Optional.of(countries));
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<LakeObject> objects = new ArrayList<>();
            for (int country = 0; country < 3; country++) {
                for (String file : List.of("_SUCCESS", "part-0", "part-1", "x.tmp")) {
                    if (random.nextInt(4) > 0) {
                        objects.add(object("country=" + country + "/" + file, 1, NOON.plusSeconds(random.nextInt(3))));
                    }
                }
            }
            int first = random.nextInt(objects.size() + 1);
            Snapshot whole = joined(List.of(objects), DAY, roles);

            assertThat(joined(List.of(objects.subList(0, first), objects.subList(first, objects.size())), DAY, roles))
                    .isEqualTo(whole);
            assertThat(whole.data().subtotals().parts().values().stream()
                            .mapToLong(PartStats::bytes)
                            .sum())
                    .isEqualTo(whole.bytes().bytes());
            assertThat(whole.marker().isPresent())
                    .isEqualTo(IntStream.range(0, 3)
                                    .mapToObj(country -> "country=" + country + "/")
                                    .filter(country -> has(objects, country + "part-"))
                                    .allMatch(country -> has(objects, country + "_SUCCESS"))
                            && has(objects, "_SUCCESS"));
        }
    }

    private static boolean has(List<LakeObject> objects, String name) {
        return objects.stream().anyMatch(object -> object.key().contains(name));
    }

    private static Snapshot joined(List<List<LakeObject>> parts, Partition partition, ObjectRoles roles) {
        List<SnapshotBuilder> builders = new ArrayList<>();
        for (List<LakeObject> part : parts) {
            SnapshotBuilder builder = new SnapshotBuilder(partition, roles, List.of(NOON, NOON.plusSeconds(1)));
            part.forEach(builder::add);
            builders.add(builder);
        }
        builders.subList(1, builders.size()).forEach(builders.get(0)::append);
        return builders.get(0).snapshot(Lake.Answer.at(NOON));
    }

    @Test
    void distinguishes_absent_empty_and_present_partitions() {
        Snapshot absent = snapshot(List.of());
        Snapshot empty = snapshot(List.of(object("_SUCCESS", 5, NOON)));
        Snapshot zero = snapshot(List.of(object("part-0", 0, NOON), object("part-1", 0, NOON)));
        Snapshot present = snapshot(List.of(object("part-0", 0, NOON), object("part-1", 1, NOON)));

        assertThat(absent.isAbsent()).isTrue();
        assertThat(absent.isEmpty()).isTrue();
        assertThat(empty.isAbsent()).isFalse();
        assertThat(empty.isEmpty()).isTrue();
        assertThat(zero.isAbsent()).isFalse();
        assertThat(zero.isEmpty()).isTrue();
        assertThat(zero.describeAbsence()).contains("2 objects");
        assertThat(present.isEmpty()).isFalse();
        assertThat(present.isAbsent()).isFalse();
    }

    @Test
    void a_partition_with_only_ignored_objects_is_absent() {
        assertThat(snapshot(List.of(object("_temporary/0/part-0", 5, NOON), object(".x", 5, NOON)))
                        .isAbsent())
                .isTrue();
    }

    @Test
    void the_marker_counts_in_none_of_the_numbers() {
        Snapshot snapshot = snapshot(List.of(object("_SUCCESS", 100, NOON.plusSeconds(1)), object("part-0", 5, NOON)));

        assertThat(snapshot.objects()).isEqualTo(1);
        assertThat(snapshot.bytes()).isEqualTo(new ByteSize(5));
        assertThat(snapshot.largest().map(LakeObject::bytes)).contains(5L);
        assertThat(snapshot.newest().map(LakeObject::modified)).contains(NOON);
        assertThat(snapshot.marker().map(LakeObject::bytes)).contains(100L);
        assertThat(snapshot.arrival()).contains(NOON.plusSeconds(1));
        assertThat(snapshot.grewAfterMarker()).isFalse();
    }

    @Test
    void a_marker_without_a_hidden_name_is_not_data() {
        Dataset done = Datasets.daily(Datasets.marked("done.txt"));
        SnapshotBuilder builder = new SnapshotBuilder(DAY, done.roles());
        builder.add(object("done.txt", 5, NOON));

        Snapshot snapshot = builder.snapshot(Lake.Answer.at(NOON));

        assertThat(snapshot.isEmpty()).isTrue();
        assertThat(snapshot.marker()).isPresent();
    }

    @Test
    void without_a_marker_the_last_object_is_the_arrival() {
        assertThat(snapshot(List.of(object("a", 1, NOON), object("b", 1, NOON.minusSeconds(9))))
                        .arrival())
                .contains(NOON);
        assertThat(snapshot(List.of()).arrival()).isEmpty();
        assertThat(snapshot(List.of(object("a", 1, NOON))).grewAfterMarker()).isFalse();
    }

    @Test
    void the_fingerprint_changes_with_every_property_of_an_object() {
        LakeObject object = object("part-0", 5, NOON);
        long before = snapshot(List.of(object)).fingerprint();
        List<UnaryOperator<LakeObject>> changes = List.of(
                o -> new LakeObject(o.key() + "x", o.bytes(), o.modified(), o.etag()),
                o -> new LakeObject(o.key(), 6, o.modified(), o.etag()),
                o -> new LakeObject(o.key(), o.bytes(), o.modified().plusSeconds(1), o.etag()),
                o -> new LakeObject(o.key(), o.bytes(), o.modified(), "other"),
                o -> object("_SUCCESS", 5, NOON));

        assertThat(snapshot(List.of(object("part-0", 5, NOON))).fingerprint()).isEqualTo(before);
        assertThat(changes).allSatisfy(change -> assertThat(
                        snapshot(List.of(change.apply(object))).fingerprint())
                .isNotEqualTo(before));
        assertThat(snapshot(List.of(object, object("_ignored", 5, NOON))).fingerprint())
                .isEqualTo(before);
    }

    @Test
    void objects_written_during_a_long_listing_are_not_in_the_future() {
        Lake slow = (range, visitor) -> {
            visitor.onAnswer(new Lake.Answer(Optional.of(NOON), NOON.plusSeconds(7)));
            visitor.onObject(object("part-0", 1, NOON));
            visitor.onAnswer(new Lake.Answer(Optional.of(NOON.plusSeconds(60)), NOON.plusSeconds(60)));
            visitor.onObject(object("part-1", 1, NOON.plusSeconds(59)));
        };

        Verdict verdict = Datasets.judge(slow, NOON, Datasets.daily(Datasets.recency()));

        assertThat(verdict.measured()).contains("2026-01-03 12:00:59 Z");
    }

    private static LakeObject object(String name, long bytes, Instant modified) {
        return new LakeObject("dt=2026-01-02/" + name, bytes, modified, "etag");
    }

    private static Snapshot snapshot(List<LakeObject> objects) {
        SnapshotBuilder builder = new SnapshotBuilder(DAY, KPI.roles());
        objects.forEach(builder::add);
        return builder.snapshot(Lake.Answer.at(NOON));
    }
}
