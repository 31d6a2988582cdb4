// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Unobserved;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts rounds and requests in simulated time, in which a request takes one round. */
class SplitListingTest {

    private static final int THREADS = 32;

    private static final List<IntFunction<String>> NAMES = List.of(
            SplitListingTest::sequential,
            Integer::toString,
            i -> String.format(Locale.ROOT, "%s/%s/%06d", "kpi".repeat(1 + i % 3), (char) ('a' + i % 11), i),
            i -> String.format(Locale.ROOT, "%c%%%c%05d", 'a' + i % 5, 0x1F600 + i % 7, i),
            i -> Integer.toString(i * 7919).concat(i % 3 == 0 ? "/x" : ""));

    /** Folders that end with a page, or shortly after it, so that most ranges waste an entire request. */
    private static final List<IntFunction<String>> FULL_PAGES = List.of(
            i -> String.format(Locale.ROOT, "hour=%02d/part-%05d", i % 24, i / 24),
            i -> String.format(Locale.ROOT, "batch=%04d/part-%04d", i / 1000, i % 1000),
            i -> String.format(Locale.ROOT, "batch=%04d/part-%04d", i / 1001, i % 1001),
            i -> String.format(Locale.ROOT, "batch=%04d/part-%04d", i / 5000, i % 5000),
            i -> String.format(Locale.ROOT, "data/batch=%04d/part-%04d", i / 10_000, i % 10_000));

    private final SimulatedRun run = SimulatedRun.of(THREADS);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 1001, 7999, 8000})
    void up_to_eight_pages_cost_one_request_per_thousand_keys(int keys) {
        SimulatedLake lake = lake(keys, SplitListingTest::sequential);

        assertComplete(run.day(lake), keys);
        assertThat(lake.requests()).hasSize(Math.max(1, pages(keys)));
    }

    @ParameterizedTest
    @ValueSource(ints = {8001, 9000, 10_000, 10_001, 11_000, 12_000})
    void a_few_more_pages_take_no_longer_than_one_chain(int keys) {
        SimulatedLake lake = lake(keys, SplitListingTest::sequential);

        assertComplete(run.day(lake), keys);
        assertThat(run.threads().now()).isLessThanOrEqualTo(pages(keys));
        assertThat(lake.requests()).hasSizeLessThanOrEqualTo(2 * pages(keys) + 2);
    }

    @Test
    void a_million_sequential_names_take_half_as_long_again_as_the_least_possible() {
        assertFast(1.5, 1_000_000, SplitListingTest::sequential);
    }

    @Test
    void sequential_names_are_split_at_the_ends_of_pages() {
        SimulatedLake lake = lake(200_000, SplitListingTest::sequential);

        assertComplete(run.day(lake), 200_000);
        assertThat(lake.requests()).hasSizeLessThanOrEqualTo(200 + 15);
        assertThat(run.threads().now()).isLessThanOrEqualTo(17);
    }

    @Test
    void a_million_random_names_take_at_most_twice_as_long_as_possible() {
        Random random = new Random(1);
        assertFast(2, 1_000_000, i -> String.format(Locale.ROOT, "%016x", random.nextLong()));
    }

    @Test
    void a_million_keys_of_which_most_share_a_prefix_take_at_most_twice_as_long_as_possible() {
        Random random = new Random(2);
        assertFast(2, 1_000_000, i -> {
            double place = i % 10 == 0 ? random.nextDouble() : 0.7 + random.nextDouble() / 100;
            return String.format(Locale.ROOT, "%012x", (long) (place * (1L << 48)));
        });
    }

    @Test
    void a_million_keys_in_hourly_folders_take_at_most_twice_as_long_as_possible() {
        assertFast(2, 1_000_000, i -> String.format(Locale.ROOT, "hour=%02d/part-%05d", i % 24, i / 24));
    }

    @Test
    void logs_of_five_load_balancers_are_split_by_time() {
        Random random = new Random(7);
        assertFast(
                2.5,
                500_000,
                i -> String.format(
                        Locale.ROOT,
                        "elasticloadbalancing_us-east-1_app.shop.123456%x_20260102T%02d%02dZ_10.0.%d.%d_%s.log.gz",
                        7 + i % 5,
                        i / 5 % 24,
                        i % 12 * 5,
                        random.nextInt(256),
                        random.nextInt(256),
                        Long.toString(random.nextLong() >>> 10, 36)));
    }

    @Test
    void names_that_repeat_their_folder_are_split_by_folder_and_time() {
        Random random = new Random(9);
        assertFast(
                2.5,
                500_000,
                i -> String.format(
                        Locale.ROOT,
                        "%02d/delivery-1-2026-01-02-%1$02d-%02d-%02d-%016x",
                        i % 24,
                        i / 24 % 60,
                        i / 1440 % 60,
                        random.nextLong()));
    }

    @Test
    void a_million_keys_of_which_most_are_in_one_of_many_folders_take_at_most_twice_as_long_as_possible() {
        assertFast(
                2,
                1_000_000,
                i -> i % 10 == 0
                        ? String.format(Locale.ROOT, "%02x/part-%08d", i / 10 % 256, i)
                        : String.format(Locale.ROOT, "a7/batch=000/part-%08d", i));
    }

    @Test
    void logs_of_forty_accounts_are_split_between_accounts() {
        assertFast(
                3,
                400_000,
                i -> String.format(
                        Locale.ROOT,
                        "%012d/CloudTrail/eu-west-%d/2026/01/02/%1$012d_CloudTrail_eu-west-%2$d_20260102T%02d%02dZ_%s.gz",
                        100_000_000_000L + 17_777_777_777L * (i % 40),
                        i / 40 % 3,
                        i / 120 % 24,
                        i / 7 % 12 * 5,
                        Long.toString(new Random(i).nextLong() >>> 1, 36)));
    }

    @Test
    void logs_of_one_account_are_split_between_its_regions() {
        List<String> regions =
                List.of("ap-south-1", "eu-central-1", "eu-west-1", "sa-east-1", "us-east-1", "us-east-2");
        assertFast(
                6,
                200_000,
                i -> String.format(
                        Locale.ROOT,
                        "123456789012/CloudTrail/%s/2026/01/02/123456789012_CloudTrail_%1$s_20260102T%02d%02dZ_%s.gz",
                        regions.get(i % 6),
                        i / 6 % 24,
                        i / 7 % 12 * 5,
                        Long.toString(new Random(i).nextLong() >>> 1, 36)));
    }

    @Test
    void names_outside_ascii_in_folders_are_split() {
        assertFast(
                4,
                200_000,
                i -> String.format(Locale.ROOT, "%c/\u6570\u636e-%06d", i % 10 == 0 ? 'a' + i / 10 % 26 : 'm', i));
    }

    @Test
    void many_nested_folders_take_at_most_four_rounds_more_than_one() {
        SimulatedRun single = SimulatedRun.of(THREADS);
        assertComplete(single.day(lake(single, 300_000, i -> "data/" + sequential(i))), 300_000);

        assertComplete(run.day(lake(300_000, i -> "data/".repeat(20) + sequential(i))), 300_000);

        assertThat(run.threads().now()).isLessThanOrEqualTo(single.threads().now() + 4);
    }

    @Test
    void a_listing_does_without_folders_if_requests_for_them_are_throttled() {
        SimulatedLake lake = lake(100_000, i -> String.format(Locale.ROOT, "hour=%02d/part-%05d", i % 24, i / 24));
        AtomicInteger requests = new AtomicInteger();

        assertComplete(
                run.day(new Lake() {
                    @Override
                    public void list(KeyRange range, Visitor visitor) {
                        lake.list(range, visitor);
                    }

                    @Override
                    public void folders(String root, String path, FolderVisitor visitor) {
                        for (int i = 0; i < 100; i++) {
                            requests.incrementAndGet();
                            visitor.onThrottle();
                        }
                    }

                    @Override
                    public boolean isSeekable(String root) {
                        return true;
                    }
                }),
                100_000);
        assertThat(requests).hasValue(1);
    }

    @Test
    void nothing_is_requested_after_the_last_folder() {
        SimulatedLake lake = lake(200_000, i -> String.format(Locale.ROOT, "hour=%02d/part-%05d", i % 24, i / 24));

        assertComplete(run.day(lake), 200_000);
        assertThat(lake.requests()).noneMatch(after -> after.compareTo(SimulatedRun.DAY.path() + "hour=24") >= 0);
    }

    @Test
    void a_few_folders_are_split_between_the_folders_in_them() {
        List<String> countries = List.of("at", "ch", "de", "fr");
        assertFast(
                4,
                200_000,
                i -> String.format(
                        Locale.ROOT, "country=%s/hour=%02d/part-%05d", countries.get(i % 4), i / 4 % 24, i / 96));
    }

    @Test
    void keys_in_a_single_folder_take_one_more_round_than_keys_without_a_folder() {
        SimulatedRun flat = SimulatedRun.of(THREADS);
        assertComplete(flat.day(lake(flat, 300_000, SplitListingTest::sequential)), 300_000);

        assertComplete(run.day(lake(300_000, i -> "data/" + sequential(i))), 300_000);

        assertThat(run.threads().now()).isLessThanOrEqualTo(flat.threads().now() + 1);
    }

    @Test
    void folders_with_percent_signs_are_no_split_points() {
        SimulatedLake lake =
                lake(50_000, i -> String.format(Locale.ROOT, "%s/part-%05d", "a%2F" + (char) ('a' + i % 20), i));

        assertComplete(run.day(lake), 50_000);
        assertThat(lake.requests())
                .contains(SimulatedRun.DAY.path())
                .noneMatch(after -> after.endsWith("/") && after.contains("%"));
    }

    @Test
    @Survives(Hazard.NO_RANGES)
    void a_lake_that_can_not_list_folders_is_split_nevertheless() {
        SimulatedLake lake = lake(100_000, i -> String.format(Locale.ROOT, "hour=%02d/part-%05d", i % 24, i / 24));

        assertComplete(run.day(seekable(lake::list)), 100_000);
        assertThat(run.threads().now()).isLessThan(30);
        assertThat(lake.requests()).doesNotContain(SimulatedRun.DAY.path());
    }

    @Test
    void a_million_names_with_percent_signs_and_any_characters_take_at_most_twice_as_long_as_possible() {
        Random random = new Random(4);
        assertFast(2, 1_000_000, i -> "%2F \uD83D\uDE00%+&<" + Character.toString(0x100 + random.nextInt(0xC000)) + i);
    }

    @Test
    void names_of_an_earlier_partition_show_where_to_split() {
        Random random = new Random(3);
        IntFunction<String> words =
                i -> "word" + (char) ('a' + i % 17) + "-" + Long.toString(random.nextLong() >>> (1 + i % 50), 36);
        SimulatedRun earlier = SimulatedRun.of(THREADS);
        SimulatedLake lake = lake(earlier, 300_000, words);
        DatasetLandmarks landmarks = new DatasetLandmarks();

        assertComplete(earlier.day(lake, landmarks), lake.keys().size());
        assertComplete(
                run.day(new SimulatedLake(run.threads(), lake.keys()), landmarks),
                lake.keys().size());

        assertThat(landmarks.in(SimulatedRun.DAY)).hasSizeBetween(250, 500);
        assertThat(run.threads().now()).isLessThan(earlier.threads().now()).isLessThanOrEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(ints = {8001, 10_001, 20_000, 100_000, 100_001, 300_000})
    void splitting_costs_at_most_a_request_per_thread_and_five_percent(int keys) {
        NAMES.forEach(names -> assertFewRequests(keys, names));
    }

    @ParameterizedTest
    @ValueSource(ints = {60_000, 100_001, 110_000, 120_000, 200_000, 240_000, 300_000})
    void folders_that_end_with_a_page_cost_no_more(int keys) {
        FULL_PAGES.forEach(names -> assertFewRequests(keys, names));
    }

    private static void assertFewRequests(int keys, IntFunction<String> names) {
        SimulatedRun each = SimulatedRun.of(THREADS);
        SimulatedLake lake = lake(each, keys, names);

        assertComplete(each.day(lake), keys);
        assertThat(lake.requests()).hasSizeLessThanOrEqualTo((int) (pages(keys) * 1.05 + THREADS));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12})
    void a_throttled_listing_is_split_only_as_far_as_requests_can_be_sent(int latency) {
        List<String> keys = IntStream.range(0, 500_000)
                .mapToObj(i -> SimulatedRun.DAY.path() + sequential(i))
                .toList();
        SimulatedLake lake =
                new SimulatedLake(run.threads(), keys, SimulatedLake.KEYS_PER_PAGE, () -> latency).limited(1);

        assertComplete(run.day(lake), 500_000);
        assertThat(lake.requests()).hasSizeLessThanOrEqualTo(500 + 25);
        assertThat(run.threads().now()).isLessThanOrEqualTo(8 * latency + 550);
    }

    @Test
    void one_thread_lists_one_chain() {
        SimulatedRun one = SimulatedRun.of(1);
        SimulatedLake lake = lake(one, 20_000, SplitListingTest::sequential);

        assertComplete(one.day(lake), 20_000);
        assertThat(lake.requests()).hasSize(20).containsOnly("");
    }

    @Test
    void a_lake_that_can_not_start_at_any_key_is_listed_in_one_chain() {
        SimulatedLake lake = lake(20_000, SplitListingTest::sequential);

        assertComplete(run.day((range, visitor) -> lake.list(range, visitor)), 20_000);
        assertThat(lake.requests()).hasSize(20).containsOnly("");
    }

    @Test
    @Survives(Hazard.NO_RANGES)
    void continues_the_chain_if_the_start_key_is_ignored() {
        SimulatedLake lake = lake(40_000, SplitListingTest::sequential);

        assertComplete(
                run.day(seekable((range, visitor) -> lake.list(KeyRange.of(range.root(), range.prefix()), visitor))),
                40_000);
        assertThat(lake.requests()).hasSizeLessThan(40 + THREADS);
    }

    @Test
    @Survives(Hazard.NO_RANGES)
    void continues_the_chain_if_a_narrower_request_is_denied() {
        SimulatedLake lake = lake(40_000, SplitListingTest::sequential);

        assertComplete(
                run.day(seekable((range, visitor) -> {
                    failIf(!range.after().isEmpty(), Reason.DENIED);
                    lake.list(range, visitor);
                })),
                40_000);
        assertThat(lake.requests()).hasSize(40);
    }

    @Test
    @Survives(Hazard.NO_RANGES)
    void starts_again_if_a_range_fails_after_the_first_one_has_ended() {
        SimulatedLake lake = lake(40_000, SplitListingTest::sequential);
        AtomicBoolean hasFailed = new AtomicBoolean();

        assertComplete(
                run.day(seekable((range, visitor) -> {
                    lake.list(range, visitor);
                    failIf(!range.after().isEmpty() && !hasFailed.getAndSet(true), Reason.PROTOCOL);
                })),
                40_000);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "3, true"})
    @Survives(Hazard.NO_RANGES)
    void lists_again_if_keys_after_a_start_key_are_missing(int distance, boolean isKnownKeyValid) {
        SimulatedLake lake = lake(40_000, i -> sequential(distance * i));

        assertComplete(
                run.day(seekable((range, visitor) -> {
                    boolean isValid = isKnownKeyValid && lake.keys().contains(range.after());
                    if (range.after().isEmpty() || isValid) {
                        lake.list(range, visitor);
                    } else {
                        visitor.onAnswer(SimulatedLake.ANSWER);
                    }
                })),
                40_000);
    }

    @Test
    void a_failure_of_the_whole_lake_is_not_retried() {
        SimulatedLake lake = lake(40_000, SplitListingTest::sequential);

        Observation observation = run.day(seekable((range, visitor) -> {
            failIf(!range.after().isEmpty(), Reason.EXPIRED);
            lake.list(range, visitor);
        }));

        assertThat(observation).isInstanceOfSatisfying(Unobserved.class, unobserved -> assertThat(
                        unobserved.failure().reason())
                .isEqualTo(Reason.EXPIRED));
        assertThat(lake.requests()).hasSizeLessThanOrEqualTo(11);
    }

    @Test
    @Survives(Hazard.TEN_MILLION)
    void too_little_memory_ends_the_listing_and_is_not_called_a_bug() {
        Observation observation = run.day(seekable((range, visitor) -> {
            throw new OutOfMemoryError("Java heap space");
        }));

        assertThat(observation).isInstanceOfSatisfying(Unobserved.class, unobserved -> assertThat(
                        unobserved.failure().getMessage())
                .contains("too little memory", "-Xmx", "lakecheck.concurrency")
                .doesNotContain("bug"));
    }

    @Test
    void a_bug_in_a_range_does_not_change_the_result() {
        SimulatedLake lake = lake(40_000, SplitListingTest::sequential);

        assertComplete(
                run.day(seekable((range, visitor) -> {
                    if (!range.after().isEmpty()) {
                        throw new StackOverflowError();
                    }
                    lake.list(range, visitor);
                })),
                40_000);
    }

    private void assertFast(double factor, int keys, IntFunction<String> names) {
        SimulatedLake lake = lake(keys, names);
        Observation observation = run.day(lake);

        assertComplete(observation, lake.keys().size());
        assertThat(run.threads().now()).isLessThanOrEqualTo((long) (factor * pages(keys) / THREADS));
        assertThat(lake.requests()).hasSizeLessThanOrEqualTo((int) (pages(keys) * 1.05 + THREADS));
    }

    private static void assertComplete(Observation observation, int keys) {
        assertThat(observation).isInstanceOfSatisfying(Snapshot.class, snapshot -> assertThat(snapshot.objects())
                .isEqualTo(keys));
    }

    private static int pages(int keys) {
        return (keys + SimulatedLake.KEYS_PER_PAGE - 1) / SimulatedLake.KEYS_PER_PAGE;
    }

    private static void failIf(boolean condition, Reason reason) {
        if (condition) {
            throw new LakeException(reason, "as the test wants");
        }
    }

    /** A lake that can start at any key, but not list folders. */
    private static Lake seekable(BiConsumer<KeyRange, Lake.Visitor> listing) {
        return new Lake() {
            @Override
            public void folders(String root, String path, FolderVisitor visitor) {
                throw new LakeException(Reason.DENIED, "as the test wants");
            }

            @Override
            public void list(KeyRange range, Visitor visitor) {
                listing.accept(range, visitor);
            }

            @Override
            public boolean isSeekable(String root) {
                return true;
            }
        };
    }

    private SimulatedLake lake(int keys, IntFunction<String> names) {
        return lake(run, keys, names);
    }

    private static SimulatedLake lake(SimulatedRun run, int keys, IntFunction<String> names) {
        List<String> all = new ArrayList<>();
        IntStream.range(0, keys).forEach(i -> all.add(SimulatedRun.DAY.path() + names.apply(i)));
        return new SimulatedLake(run.threads(), all);
    }

    private static String sequential(int index) {
        return String.format(Locale.ROOT, "part-%07d.parquet", index);
    }
}
