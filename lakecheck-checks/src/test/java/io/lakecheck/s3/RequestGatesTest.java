// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestGatesTest {

    private static final S3Location KPI = S3Location.at("s3://refined/kpi/");
    private static final S3Location OTHER = S3Location.at("s3://refined/other/");

    private final RequestGates gates = new RequestGates();
    private final RequestGate shared = gates.of(KPI);
    private final RequestGates.Streak page = new RequestGates.Streak();

    @Test
    void all_locations_share_a_gate() {
        assertThat(gates.of(OTHER)).isSameAs(shared);
    }

    @Test
    void a_location_gets_a_gate_of_its_own_if_only_its_requests_are_rejected() throws InterruptedException {
        reject(KPI, page);
        succeed(OTHER);
        reject(KPI, page);

        assertThat(gates.of(KPI)).isNotSameAs(shared);
        assertThat(gates.of(OTHER)).isSameAs(shared);
    }

    @Test
    void one_rejection_may_be_chance() throws InterruptedException {
        succeed(OTHER);
        reject(KPI, page);
        succeed(OTHER);

        assertThat(gates.of(KPI)).isSameAs(shared);
    }

    @Test
    void the_gate_stays_shared_if_other_requests_are_rejected_too() throws InterruptedException {
        reject(KPI, page);
        succeed(OTHER);
        reject(OTHER, new RequestGates.Streak());
        reject(KPI, page);

        assertThat(gates.of(KPI)).isSameAs(shared);
    }

    @Test
    void the_gate_stays_shared_if_another_page_of_the_location_is_accepted() throws InterruptedException {
        reject(KPI, page);
        succeed(OTHER);
        succeed(KPI);
        reject(KPI, page);

        assertThat(gates.of(KPI)).isSameAs(shared);
    }

    @Test
    void a_lake_with_a_single_location_has_one_gate() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            reject(KPI, page);
        }

        assertThat(gates.of(KPI)).isSameAs(shared);
    }

    @Test
    void the_shared_gate_forgets_the_rejections_of_a_location_with_a_gate_of_its_own() throws InterruptedException {
        long sent = send(16);
        gates.congest(KPI, shared, sent, page);
        assertThat(waits(() -> shared.send(false))).as("15 of 8 are in flight").isTrue();

        gates.succeed(OTHER, shared);
        gates.congest(KPI, shared, sent, page);

        assertThat(waits(() -> shared.send(false))).as("13 of 16 are in flight").isFalse();
    }

    @Test
    void requests_of_such_a_location_that_have_passed_the_shared_gate_do_not_count() throws InterruptedException {
        long sent = send(16);
        gates.congest(KPI, shared, sent, page);
        gates.succeed(OTHER, shared);
        gates.congest(KPI, shared, sent, page);

        gates.congest(KPI, shared, send(1), new RequestGates.Streak());

        assertThat(waits(() -> shared.send(false))).as("13 of 16 are in flight").isFalse();
    }

    @Test
    void at_most_half_of_the_requests_in_flight_may_be_retries() throws InterruptedException {
        shared.congest(send(8));

        shared.awaitRetry();
        shared.awaitRetry();
        assertThat(waits(shared::awaitRetry)).as("2 of 4 are retries").isTrue();

        IntStream.range(0, 7).forEach(i -> shared.fail());
        shared.send(true);
        assertThat(waits(shared::awaitRetry)).isFalse();
    }

    /** Sends requests and returns the time of the last one. */
    private long send(int requests) throws InterruptedException {
        long sent = 0;
        for (int i = 0; i < requests; i++) {
            sent = shared.send(false);
        }
        return sent;
    }

    private interface Passage {

        void pass() throws InterruptedException;
    }

    /** A thread that is interrupted is refused where it would have to wait. */
    private static boolean waits(Passage passage) {
        Thread.currentThread().interrupt();
        try {
            passage.pass();
            return false;
        } catch (InterruptedException e) {
            return true;
        } finally {
            Thread.interrupted();
        }
    }

    private void succeed(S3Location location) throws InterruptedException {
        RequestGate gate = gates.of(location);
        gate.send(false);
        gates.succeed(location, gate);
    }

    private void reject(S3Location location, RequestGates.Streak streak) throws InterruptedException {
        RequestGate gate = gates.of(location);
        gates.congest(location, gate, gate.send(false), streak);
    }
}
