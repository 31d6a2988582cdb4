// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LakeRouterTest {

    @Test
    void a_failed_connection_to_s3_is_not_retried() {
        Connection wrong =
                new Connection(Optional.of("no address"), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
        try (LakeRouter lakes = new LakeRouter(wrong)) {
            LakeException first = failure(lakes, "s3://refined/kpi/");
            LakeException second = failure(lakes, "s3://refined/leads/");

            assertThat(first.reason()).isEqualTo(LakeException.Reason.UNREACHABLE);
            assertThat(second).isSameAs(first);
        }
    }

    @Test
    void only_listings_of_s3_can_start_at_any_key() {
        Connection local = new Connection(
                Optional.of("http://localhost:1"), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
        try (LakeRouter lakes = new LakeRouter(local)) {
            assertThat(lakes.isSeekable("s3://refined/kpi/")).isTrue();
            assertThat(lakes.isSeekable("/data/kpi/")).isFalse();
        }
    }

    private static LakeException failure(LakeRouter lakes, String root) {
        return catchThrowableOfType(LakeException.class, () -> lakes.list(KeyRange.of(root, ""), object -> true));
    }
}
