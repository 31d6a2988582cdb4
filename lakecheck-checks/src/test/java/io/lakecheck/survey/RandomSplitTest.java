// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.SnapshotBuilder;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Utf8Order;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Generated lakes with adversarial keys: a listing that is split at random places finds the same as one that is not.
 */
class RandomSplitTest {

    private static final int LAKES = 10_000;

    private static final List<String> CHARACTERS = List.of(
            "a",
            "b",
            "z",
            "0",
            "1",
            "9",
            "/",
            "-",
            "%",
            "%2F",
            "+",
            " ",
            "\u0000",
            "\u0001",
            "\n",
            "\u007F",
            "\u00E4",
            "\uD7FF",
            "\uE000",
            "\uFFFD",
            "\uFFFE",
            "\uFFFF",
            "\uD83D\uDE00",
            "\uD800\uDC00",
            "\uDBFF\uDFFF");

    private long splits;
    private long walked;
    private long passed;

    @Test
    void finds_what_one_chain_finds_in_ten_thousand_lakes() {
        for (int seed = 0; seed < LAKES; seed++) {
            Random random = new Random(seed);
            List<String> keys = keys(random, SimulatedRun.DAY.path());
            List<String> pivots = Stream.concat(keys.stream(), keys(random, SimulatedRun.DAY.path()).stream())
                    .filter(key -> random.nextInt(3) == 0)
                    .distinct()
                    .sorted(Utf8Order.BYTES)
                    .toList();
            SimulatedRun run = SimulatedRun.of(2 + random.nextInt(7));
            SimulatedLake lake = lake(run, keys, random);
            KeyRange range = KeyRange.of(SimulatedRun.DAY.root(), SimulatedRun.DAY.path());

            RandomPart whole = run.result(lake, context -> SplitListing.list(context, range, new RandomPart(pivots)));

            assertThat(whole.snapshot()).as("seed %d", seed).isEqualTo(oracle(SimulatedRun.DAY, lake.keys()));
            splits += Set.copyOf(lake.requests()).size() - 1;
        }
        assertThat(splits).isGreaterThan(LAKES);
    }

    @Test
    void finds_what_one_chain_finds_in_a_thousand_walks_over_many_days() {
        for (int seed = 0; seed < LAKES / 10; seed++) {
            Random random = new Random(seed);
            List<Partition> days = days(2 + random.nextInt(50));
            List<String> keys = new ArrayList<>(keys(random, "dt=2026-01-"));
            days.stream().filter(day -> random.nextInt(4) > 0).forEach(day -> keys(random, day.path()).stream()
                    .limit(1 + random.nextInt(5))
                    .forEach(keys::add));
            SimulatedRun run = SimulatedRun.of(8);
            SimulatedLake lake = lake(run, keys, random);

            PartitionRange range = range(random, days);
            Map<Partition, Snapshot> snapshots = run.result(lake, context -> new RangeListing(
                            SharedSnapshots.of(SimulatedRun.KPI), range, context.meter(), Instant.EPOCH, distant -> {})
                    .list(context, "dt=")
                    .thenApply(listed -> {
                        passed += listed.passed().size();
                        Map<Partition, Snapshot> all = new HashMap<>(listed.snapshots());
                        all.putAll(listed.passed());
                        return all;
                    }));

            assertThat(snapshots).as("seed %d", seed).allSatisfy((day, snapshot) -> assertThat(snapshot)
                    .isEqualTo(oracle(day, lake.keys())));
            walked += snapshots.size();
            splits += Set.copyOf(lake.requests()).size() - 1;
        }
        assertThat(walked).isGreaterThan(LAKES / 2);
        assertThat(passed).isGreaterThan(LAKES / 100);
        assertThat(splits).isGreaterThan(LAKES / 25);
    }

    /** Returns a range of some of the days, which wants the others and may start with one of them. */
    private static PartitionRange range(Random random, List<Partition> days) {
        List<Partition> needed =
                days.stream().filter(day -> random.nextInt(4) > 0).toList();
        if (needed.size() < 2 || random.nextInt(3) > 0) {
            return new PartitionRange(days, List.of());
        }
        PartitionRange range = new PartitionRange(needed, days);
        return random.nextBoolean() ? range.startingAt(days.get(0)) : range;
    }

    private static List<Partition> days(int count) {
        LocalDate first = LocalDate.parse("2026-01-05");
        return IntStream.range(0, count)
                .mapToObj(i -> SimulatedRun.KPI.partition(first.plusDays(i).toString()))
                .toList();
    }

    private static SimulatedLake lake(SimulatedRun run, List<String> keys, Random random) {
        return new SimulatedLake(run.threads(), keys, 1 + random.nextInt(6), () -> 1 + random.nextInt(4));
    }

    private static List<String> keys(Random random, String prefix) {
        int length = 1 + random.nextInt(5);
        return IntStream.range(0, random.nextInt(120))
                .mapToObj(i -> prefix + key(random, length))
                .toList();
    }

    private static String key(Random random, int length) {
        StringBuilder key = new StringBuilder();
        for (int i = random.nextInt(length + 1); i >= 0; i--) {
            key.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        return switch (random.nextInt(40)) {
            case 0 -> key.append("x".repeat(900)).toString();
            case 1 -> "_SUCCESS";
            case 2 -> "_temporary/" + key;
            case 3 -> key + "/";
            default -> key.toString();
        };
    }

    private static Snapshot oracle(Partition day, List<String> keys) {
        SnapshotBuilder builder = empty(day);
        keys.stream()
                .filter(key -> key.startsWith(day.path()))
                .map(SimulatedLake::object)
                .forEach(builder::add);
        return builder.snapshot(SimulatedLake.ANSWER);
    }

    private static SnapshotBuilder empty(Partition day) {
        return new SnapshotBuilder(day, SimulatedRun.KPI.roles(), SimulatedRun.KPI.cutoffs(day));
    }

    /** A part of a listing that is split at given keys. */
    private record RandomPart(List<String> landmarks, SnapshotBuilder builder) implements ListingPart<RandomPart> {

        RandomPart(List<String> landmarks) {
            this(landmarks, empty(SimulatedRun.DAY));
        }

        Snapshot snapshot() {
            return builder.snapshot(SimulatedLake.ANSWER);
        }

        @Override
        public boolean onObject(LakeObject object) {
            builder.add(object);
            return true;
        }

        @Override
        public RandomPart another() {
            return new RandomPart(landmarks);
        }

        @Override
        public void append(RandomPart following) {
            builder.append(following.builder);
        }
    }
}
