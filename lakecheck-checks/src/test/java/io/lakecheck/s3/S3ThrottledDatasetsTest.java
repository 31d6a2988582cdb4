// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Survives;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Tests that datasets which S3 throttles don't delay the others. */
class S3ThrottledDatasetsTest {

    private static final int DATASETS = 300;

    /** More than enough for requests to all datasets, but not at one request per second. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final S3Timeouts SHORT_PAUSES = new S3Timeouts(
            S3Timeouts.DEFAULT.requests(),
            3,
            BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofMillis(500)));

    private final StubbedLake lake = new StubbedLake(SHORT_PAUSES);
    private final Set<String> others = ConcurrentHashMap.newKeySet();

    S3ThrottledDatasetsTest() throws IOException {}

    @AfterEach
    void leaves_no_thread_behind() throws IOException {
        lake.close();
    }

    @Test
    @Survives(Hazard.THROTTLED_FOR_EVER)
    void all_other_datasets_are_judged_if_more_datasets_are_throttled_than_requests_may_be_in_flight() {
        assertThat(judgeWhileThrottling(i -> i < 40).outcome()).isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 15, 50})
    @Survives(Hazard.THROTTLED_FOR_EVER)
    void all_other_datasets_are_judged_if_every_nth_is_throttled(int n) {
        assertThat(judgeWhileThrottling(i -> i % n == 0).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    @Timeout(60)
    @Survives(Hazard.THROTTLED_FOR_A_WHILE)
    void rejected_and_invalid_pages_do_not_wait_for_each_other() {
        Dataset[] datasets = new Dataset[40];
        for (int i = 0; i < datasets.length; i++) {
            lake.holding(folder(i), 1)
                    .with(Fault.always(
                                    i % 2 == 0
                                            ? right -> StubResponse.error(503, "SlowDown")
                                            : right -> right.withBody(""))
                            .times(1)
                            .onFolder(folder(i)));
            datasets[i] = StubbedLake.sized(folder(i), 100);
        }

        assertThat(lake.judgeOneByOne(datasets).outcome()).isEqualTo(Outcome.PASSED);
    }

    /** Judges datasets of which some are throttled until the lake has returned the objects of all others. */
    private Report judgeWhileThrottling(IntPredicate isThrottled) {
        IntStream.range(0, DATASETS).forEach(i -> lake.holding(folder(i), 1));
        Set<String> throttled = ConcurrentHashMap.newKeySet();
        IntStream.range(0, DATASETS).filter(isThrottled).forEach(i -> throttled.add(folder(i)));
        lake.with((request, right) -> {
            String folder = request.prefix().split("/")[0];
            if (!throttled.contains(folder)) {
                others.add(folder);
                return right;
            }
            return others.size() + throttled.size() < DATASETS ? StubResponse.error(503, "SlowDown") : right;
        });
        return lake.judgeWithin(
                LIMIT,
                IntStream.range(0, DATASETS)
                        .mapToObj(i -> StubbedLake.sized(folder(i), 100))
                        .toArray(Dataset[]::new));
    }

    private static String folder(int i) {
        return "kpi" + i;
    }
}
