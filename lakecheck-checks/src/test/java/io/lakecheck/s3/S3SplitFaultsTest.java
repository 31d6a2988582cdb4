// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.StubbedLake.sized;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Finding;
import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Survives;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listing that is split into ranges, with each fault on each page of each range. */
class S3SplitFaultsTest {

    private static final int OBJECTS = 140;
    private static final int KEYS_PER_PAGE = 10;

    /** The page, counted from 0, for which the first range waits when the listing is split for the first time. */
    private static final int SPLIT_PAGE = 8;

    private static final int OTHERS = 2;

    private final StubbedLake lake;
    private volatile Fault fault = (request, right) -> right;

    S3SplitFaultsTest() throws IOException {
        lake = new StubbedLake().holding("kpi", OBJECTS);
        lake.s3.paging(KEYS_PER_PAGE).with((request, right) -> fault.on(request, right));
    }

    @AfterEach
    void leaves_no_thread_behind() throws IOException {
        lake.close();
    }

    /** What is wrong with a page. */
    enum Defect {
        THROTTLED_TWICE(2, right -> StubResponse.error(503, "SlowDown")),
        RESET_TWICE(2, right -> right.by(StubResponse.Delivery.RESET)),
        CLOSED_TWICE(2, right -> right.by(StubResponse.Delivery.SHORT)),
        ALWAYS_TRUNCATED(
                right -> right.withBody(right.body().substring(0, right.body().length() / 2))),
        EMPTY(right -> right.withBody("")),
        WEB_PAGE(right -> right.withBody("<html><body>Log in</body></html>")),
        NO_OBJECTS(right -> right.withBody(right.body().replaceAll("<Contents>.*</Contents>", ""))),
        OTHER_BUCKET(right -> replaced(right, "<Name>refined<", "<Name>raw<")),
        OTHER_FOLDER(right -> replaced(right, "<Prefix>kpi/", "<Prefix>api/")),
        KEY_OF_OTHER_FOLDER(right -> replaced(right, "<Key>kpi/dt%3D2025-01-02", "<Key>kpi/ds%3D2025-01-02")),
        DUPLICATE_KEY(right -> right.withBody(right.body().replaceAll("<Key>([^<]*)1</Key>", "<Key>$12</Key>"))),
        WRONG_COUNT(right -> right.withBody(right.body().replaceAll("<KeyCount>\\d+<", "<KeyCount>7777<"))),
        NO_TOKEN(right -> right.withBody(right.body().replaceAll("<NextContinuationToken>[^<]*<[^>]*>", ""))),
        FIRST_TOKEN(right -> right.withBody(right.body().replaceAll(">page-\\d+", ">page-0"))),
        ENDLESS(right -> replaced(
                right,
                "<IsTruncated>false</IsTruncated>",
                "<IsTruncated>true</IsTruncated><NextContinuationToken>page-0</NextContinuationToken>")),
        DENIED(right -> StubResponse.error(403, "AccessDenied"));

        private final int times;

        @SuppressWarnings("ImmutableEnumChecker")
        private final UnaryOperator<StubResponse> wrong;

        Defect(UnaryOperator<StubResponse> wrong) {
            this(Integer.MAX_VALUE, wrong);
        }

        Defect(int times, UnaryOperator<StubResponse> wrong) {
            this.times = times;
            this.wrong = wrong;
        }

        private static StubResponse replaced(StubResponse right, String part, String other) {
            return right.withBody(right.body().replace(part, other));
        }
    }

    /**
     * Holds the first range at the page at which the listing is split, until other ranges have begun. So there are
     * several ranges, however slow the machine is. The others are never held.
     */
    private static final class Gate implements Fault {

        private final CountDownLatch others = new CountDownLatch(OTHERS);

        @Override
        public StubResponse on(ListRequest request, StubResponse right) {
            if (!request.after().isEmpty()) {
                others.countDown();
            } else if (request.start().isEmpty() && request.page() == SPLIT_PAGE) {
                await();
            }
            return right;
        }

        /** Opens the gate if the lake is about to fail: a throttled listing may have no request for another range. */
        void open() {
            while (others.getCount() > 0) {
                others.countDown();
            }
        }

        private void await() {
            try {
                others.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The page that arrives as the n-th one, whenever it is requested. */
    private static final class NthPage implements Fault {

        private final Gate gate = new Gate();
        private final AtomicInteger left;
        private final AtomicReference<@Nullable ListRequest> page = new AtomicReference<>();
        private final Fault wrong;

        NthPage(int number, Fault wrong) {
            this.left = new AtomicInteger(number);
            this.wrong = wrong;
        }

        @Override
        public StubResponse on(ListRequest request, StubResponse right) {
            if (left.getAndDecrement() == 0) {
                page.set(request);
                gate.open();
            }
            StubResponse held = gate.on(request, right);
            return request.equals(page.get()) ? wrong.on(request, held) : held;
        }

        boolean isReached() {
            return page.get() != null;
        }
    }

    @Test
    void is_split_into_many_ranges() {
        fault = new Gate();

        Finding finding = judge();

        assertThat(finding.outcome()).as(finding.text()).isEqualTo(Outcome.PASSED);
        assertThat(lake.s3.requests()).doesNotHaveDuplicates();
        Set<String> ranges = new HashSet<>();
        lake.s3.requests().forEach(request -> ranges.add(request.after()));
        assertThat(ranges).hasSizeGreaterThan(OTHERS);
    }

    @ParameterizedTest
    @EnumSource
    @Survives(Hazard.SPLIT_PAGE)
    void is_unknown_or_right_with_a_fault_on_any_page(Defect defect) {
        int pages = 0;
        for (boolean isReached = true; isReached; pages++) {
            NthPage page = new NthPage(pages, Fault.always(defect.wrong).times(defect.times));
            fault = page;

            Finding finding = judge();

            isReached = page.isReached();
            assertThat(finding.outcome())
                    .as("page %d: %s", pages, finding.text())
                    .isIn(
                            defect.times == Integer.MAX_VALUE
                                    ? Set.of(Outcome.PASSED, Outcome.UNKNOWN)
                                    : Set.of(Outcome.PASSED));
        }
        assertThat(pages).isGreaterThan(OBJECTS / KEYS_PER_PAGE);
    }

    private Finding judge() {
        return lake.judgeAfresh(sized("kpi", OBJECTS * 100)).findings().get(0);
    }
}
