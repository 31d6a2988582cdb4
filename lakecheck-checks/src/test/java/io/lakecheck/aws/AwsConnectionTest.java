// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.LakeException.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.regions.Region;

class AwsConnectionTest {

    @ParameterizedTest
    @EnumSource
    void the_suites_settings_take_precedence(AwsApi api) {
        AwsConnection resolved = AwsConnection.resolve(
                api,
                new Connection(
                        Optional.of("http://localhost:4566"),
                        Optional.of("eu-north-1"),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(resolved.region()).isEqualTo(Region.EU_NORTH_1);
        assertThat(resolved.endpoint()).hasToString("Optional[http://localhost:4566]");
    }

    @Test
    void an_invalid_endpoint_is_rejected() {
        assertThatThrownBy(() -> AwsConnection.resolve(AwsApi.CLOUDWATCH, at("http://a b")))
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessageContainingAll("'http://a b'", "http://localhost:4566");
    }

    private static Connection at(String endpoint) {
        return new Connection(Optional.of(endpoint), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
