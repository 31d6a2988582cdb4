// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lakecheck.Connection;
import io.lakecheck.KeyRange;
import io.lakecheck.LakeException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LakesTest {

    @Test
    void an_s3_that_can_not_be_connected_to_is_tried_once() {
        Connection wrong =
                new Connection(Optional.of("no address"), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
        try (Lakes lakes = new Lakes(wrong)) {
            LakeException first = refusal(lakes, "s3://refined/kpi/");
            LakeException second = refusal(lakes, "s3://refined/leads/");

            assertThat(first.trouble()).isEqualTo(LakeException.Trouble.UNREACHABLE);
            assertThat(second).isSameAs(first);
        }
    }

    private static LakeException refusal(Lakes lakes, String root) {
        return catchThrowableOfType(LakeException.class, () -> lakes.list(KeyRange.of(root, ""), object -> true));
    }
}
