// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Fork;
import io.lakecheck.Hazard;
import io.lakecheck.Suite;
import io.lakecheck.Survives;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/** Where CloudWatch is found, also in environments of their own. */
class CloudWatchEndpointTest {

    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test", "AWS_EC2_METADATA_DISABLED", "true");

    private static final String PUBLISHED = "INFO 5 metrics published to ATUK/Lambda";

    @TempDir
    private Path home;

    @Test
    void an_endpoint_takes_the_region_of_the_environment() throws IOException {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            assertThat(publish(environment(cloudWatch, "AWS_REGION", "eu-west-2")))
                    .containsExactly(PUBLISHED);
            assertThat(cloudWatch.requests()).singleElement().satisfies(request -> assertThat(request.signature())
                    .contains("/eu-west-2/monitoring/"));
        }
    }

    @Test
    void an_endpoint_takes_the_region_of_a_profile_too() throws IOException {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            Path config = Files.writeString(home.resolve("config"), """
                    [default]
                    region = eu-central-1
                    services = ours
                    [services ours]
                    cloudwatch =
                      endpoint_url = %s
                    """.formatted(
                            cloudWatch.connection().endpoint().orElseThrow()));
            Map<String, String> environment = new HashMap<>(KEYS);
            environment.put("AWS_CONFIG_FILE", config.toString());

            assertThat(publish(environment)).containsExactly(PUBLISHED);
            assertThat(cloudWatch.requests()).singleElement().satisfies(request -> assertThat(request.signature())
                    .contains("/eu-central-1/monitoring/"));
        }
    }

    @Test
    void a_server_of_ones_own_needs_no_region() throws IOException {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            assertThat(publish(environment(cloudWatch, "AWS_ENDPOINT_URL", "http://127.0.0.1:1")))
                    .containsExactly(PUBLISHED);
        }
    }

    @Test
    void what_the_suite_says_goes_before_the_environment() {
        Connection connection = new Connection(
                Optional.of("http://localhost:4566"), Optional.of("eu-north-1"), Optional.empty(), Optional.empty());

        assertThat(CloudWatchEndpoint.of(connection).region()).isEqualTo(Region.EU_NORTH_1);
        assertThat(CloudWatchEndpoint.of(connection).endpoint()).hasToString("Optional[http://localhost:4566]");
    }

    @Test
    void region_and_profile_are_those_of_the_lake_but_its_endpoint_is_not() {
        Connection lake = new Connection(
                Optional.of("http://localhost:9000"), Optional.of("eu-west-3"), Optional.of("ours"), Optional.of(true));
        Metrics metrics = Metrics.to("X");

        assertThat(CloudWatch.connection(new Suite(List.of(Kpi.daily(Kpi.SIZE)), lake, Optional.of(metrics)), metrics))
                .isEqualTo(new Connection(
                        Optional.empty(), Optional.of("eu-west-3"), Optional.of("ours"), Optional.empty()));
    }

    @Test
    @Survives(Hazard.NO_REGION)
    void says_where_to_set_a_region_where_none_is() throws IOException {
        assertThat(publish(KEYS))
                .containsExactly("WARN metrics NOT published: ATUK/Lambda: no AWS region is set; say region: eu-west-1"
                        + " under cloudwatch in the suite, -Dlakecheck.region=eu-west-1, AWS_REGION, or region ="
                        + " eu-west-1 in ~/.aws/config");
    }

    @Test
    @Survives(Hazard.NO_CREDENTIALS)
    void says_what_to_do_where_there_are_no_credentials() throws IOException {
        assertThat(publish(Map.of("AWS_REGION", "eu-west-1", "AWS_EC2_METADATA_DISABLED", "true")))
                .containsExactly("WARN metrics NOT published: ATUK/Lambda: no AWS credentials were found; log in (aws"
                        + " sso login), name a profile (lakecheck.profile, AWS_PROFILE) or set AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void says_how_to_write_an_endpoint() {
        assertThatThrownBy(() -> CloudWatchEndpoint.of(new Connection(
                        Optional.of("http://a b"), Optional.empty(), Optional.empty(), Optional.empty())))
                .isInstanceOf(SdkClientException.class)
                .hasMessage("the endpoint 'http://a b' is no address; write one like http://localhost:4566");
    }

    private static Map<String, String> environment(StubCloudWatch cloudWatch, String name, String value) {
        Map<String, String> environment = new HashMap<>(KEYS);
        environment.put(
                "AWS_ENDPOINT_URL_CLOUDWATCH",
                cloudWatch.connection().endpoint().orElseThrow());
        environment.put(name, value);
        return environment;
    }

    private List<String> publish(Map<String, String> aws) throws IOException {
        Fork.End end = Fork.run(Publish.class, List.of("-Duser.home=" + home), aws);
        assertThat(end.exitCode()).as(end.output()).isZero();
        return end.output().lines().toList();
    }
}
