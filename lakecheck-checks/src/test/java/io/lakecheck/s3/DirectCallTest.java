// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the requests that are sent without the SDK, as a server receives them. */
class DirectCallTest {

    private static final int PAGES = 4;
    private static final String FOLDER = "a b+c%2F~(ü)*'!/dt=2026-01-02/";
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StubS3 s3;

    DirectCallTest() throws IOException {
        s3 = new StubS3().paging(1);
        for (int i = 0; i < PAGES; i++) {
            s3.put("refined", FOLDER + "b" + i, 1, StubbedLake.WRITTEN);
        }
    }

    @AfterEach
    void stop() throws IOException {
        s3.close();
    }

    @Test
    void each_request_has_a_valid_signature_and_the_same_parameters() {
        assertThat(list("")).hasSize(PAGES);
        assertThat(list("a+ %2F\u00fc")).hasSize(PAGES);

        assertThat(s3.signed()).hasSize(2 * PAGES).allSatisfy(request -> {
            assertThat(request.signature()).isEqualTo(request.expectedSignature("test"));
            assertThat(request.query())
                    .contains(
                            "list-type=2",
                            "encoding-type=url",
                            "max-keys=1000",
                            "prefix=a%20b%2Bc%252F~%28%C3%BC%29%2A%27%21%2Fdt%3D2026-01-02%2F");
            assertThat(request.header("User-Agent"))
                    .isEqualTo(s3.signed().get(0).header("User-Agent"))
                    .contains("aws-sdk-java");
        });
        assertThat(s3.signed().get(PAGES).query())
                .contains("start-after=" + s3.signed().get(0).prefix() + "a%2B%20%252F%C3%BC");
    }

    @Test
    void only_the_first_request_to_a_bucket_is_built_by_the_sdk() {
        list("");

        assertThat(s3.signed()).extracting(SignedRequest::isFromSdk).containsExactly(true, false, false, false);
    }

    @Test
    @Survives(Hazard.WRONG_CLOCK)
    void signs_with_the_servers_time_if_this_machines_clock_is_wrong() {
        Instant serverTime = Clock.systemUTC().instant().plus(Duration.ofHours(2));
        s3.with((request, right) ->
                (isSkewed(serverTime) ? StubResponse.error(403, "RequestTimeTooSkewed") : right).at(serverTime));

        assertThat(list("")).hasSize(PAGES);
        assertThat(s3.signed()).extracting(SignedRequest::isFromSdk).containsExactly(true, true, false, false, false);
    }

    @Test
    void a_refusal_is_explained_without_sending_the_request_again() {
        s3.with(Fault.always(right -> StubResponse.error(404, "NoSuchBucket")).onPage(1));

        assertThatThrownBy(() -> list("")).isInstanceOfSatisfying(LakeException.class, e -> assertThat(e.reason())
                .isEqualTo(LakeException.Reason.NO_BUCKET));
        assertThat(s3.signed()).extracting(SignedRequest::isFromSdk).containsExactly(true, false);
    }

    @Test
    void the_timer_keeps_no_request_that_has_ended() {
        ScheduledThreadPoolExecutor timer = S3Lake.timer();
        try (S3Lake lake = S3Lake.connect(s3.connection(), Clock.systemUTC(), StubbedLake.NO_PAUSES, timer)) {
            lake.list(new KeyRange("s3://refined/", FOLDER, ""), object -> true);

            assertThat(s3.signed()).hasSize(PAGES);
            assertThat(timer.getQueue()).isEmpty();
        }
    }

    private boolean isSkewed(Instant serverTime) {
        SignedRequest last = s3.signed().get(s3.signed().size() - 1);
        Instant signed = SIGNED.parse(last.header("X-Amz-Date"), Instant::from);
        return Duration.between(signed, serverTime).abs().toMinutes() > 15;
    }

    private List<String> list(String after) {
        try (S3Lake lake = S3Lake.connect(s3.connection(), Clock.systemUTC(), StubbedLake.NO_PAUSES)) {
            List<String> keys = new ArrayList<>();
            lake.list(new KeyRange("s3://refined/", FOLDER, after.isEmpty() ? "" : FOLDER + after), object -> {
                keys.add(object.key());
                return true;
            });
            return keys;
        }
    }
}
