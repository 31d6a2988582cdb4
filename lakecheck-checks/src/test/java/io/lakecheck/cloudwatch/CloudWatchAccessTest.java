// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Tests how settings in the suite, the environment and profiles are combined. Each test starts its own process. */
class CloudWatchAccessTest {

    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test", "AWS_EC2_METADATA_DISABLED", "true");

    private static final String PUBLISHED = "INFO 5 metrics published to ATUK/Lambda";

    @TempDir
    private Path home;

    @Test
    void an_endpoint_is_called_in_the_environments_region() throws IOException {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            assertThat(publish(environment(cloudWatch, "AWS_REGION", "eu-west-2")))
                    .containsExactly(PUBLISHED);
            assertThat(cloudWatch.requests()).singleElement().satisfies(request -> assertThat(request.signature())
                    .contains("/eu-west-2/monitoring/"));
        }
    }

    @Test
    void an_endpoint_is_called_in_a_profiles_region() throws IOException {
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
    void a_server_other_than_aws_needs_no_region() throws IOException {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            assertThat(publish(environment(cloudWatch, "AWS_ENDPOINT_URL", "http://127.0.0.1:1")))
                    .containsExactly(PUBLISHED);
        }
    }

    @Test
    void uses_the_region_and_profile_of_the_lake_but_not_its_endpoint() {
        Connection lake = new Connection(
                Optional.of("http://localhost:9000"), Optional.of("eu-west-3"), Optional.of("ours"), Optional.of(true));
        Metrics metrics = Metrics.to("X");

        assertThat(CloudWatchAccess.connection(
                        new Suite(List.of(Kpi.daily(Kpi.SIZE)), lake, Optional.of(metrics)), metrics))
                .isEqualTo(new Connection(
                        Optional.empty(), Optional.of("eu-west-3"), Optional.of("ours"), Optional.empty()));
    }

    @Test
    @Survives(Hazard.NO_REGION)
    void names_where_to_set_a_missing_region() throws IOException {
        assertThat(publish(KEYS))
                .singleElement()
                .asString()
                .startsWith("WARN could not publish metrics to ATUK/Lambda: ")
                .contains("cloudwatch: { region", "-Dlakecheck.region", "AWS_REGION");
    }

    @Test
    @Survives(Hazard.NO_CREDENTIALS)
    void names_the_remedy_for_missing_credentials() throws IOException {
        assertThat(publish(Map.of("AWS_REGION", "eu-west-1", "AWS_EC2_METADATA_DISABLED", "true")))
                .singleElement()
                .asString()
                .startsWith("WARN could not publish metrics to ATUK/Lambda: ")
                .contains("no AWS credentials", "aws sso login");
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
        Fork.End end = Fork.run(PublishMain.class, List.of("-Duser.home=" + home), aws);
        assertThat(end.exitCode()).as(end.output()).isZero();
        return end.output().lines().toList();
    }
}
