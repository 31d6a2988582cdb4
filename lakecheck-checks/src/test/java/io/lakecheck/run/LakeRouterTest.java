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
    void an_s3_that_can_not_be_connected_to_is_tried_once() {
        Connection wrong =
                new Connection(Optional.of("no address"), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
        try (LakeRouter lakes = new LakeRouter(wrong)) {
            LakeException first = refusal(lakes, "s3://refined/kpi/");
            LakeException second = refusal(lakes, "s3://refined/leads/");

            assertThat(first.reason()).isEqualTo(LakeException.Reason.UNREACHABLE);
            assertThat(second).isSameAs(first);
        }
    }

    private static LakeException refusal(LakeRouter lakes, String root) {
        return catchThrowableOfType(LakeException.class, () -> lakes.list(KeyRange.of(root, ""), object -> true));
    }
}
