// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.lakecheck.Fork;
import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import io.lakecheck.delivery.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How S3 is reached, in environments of their own. */
class S3AccessTest {

    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test", "AWS_EC2_METADATA_DISABLED", "true");

    @TempDir
    private Path home;

    @Test
    void finds_endpoint_and_credentials_in_the_environment_and_needs_no_region_then() throws IOException {
        try (StubS3 s3 = lake()) {
            Map<String, String> environment = new HashMap<>(KEYS);
            environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
            environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint());

            assertThat(reach(environment)).hasSize(Reach.DATASETS).allMatch(line -> line.contains(" PASSED: 100 B"));
        }
    }

    @Test
    void finds_everything_in_a_profile() throws IOException {
        try (StubS3 s3 = lake()) {
            Files.writeString(home.resolve("config"), """
                    [profile ours]
                    region = eu-central-1
                    endpoint_url = %s
                    aws_access_key_id = test
                    aws_secret_access_key = test
                    """.formatted(s3.endpoint()));

            assertThat(reach(Map.of(
                            "AWS_PROFILE",
                            "ours",
                            "AWS_CONFIG_FILE",
                            home.resolve("config").toString(),
                            "AWS_EC2_METADATA_DISABLED",
                            "true")))
                    .hasSize(Reach.DATASETS)
                    .allMatch(line -> line.contains(" PASSED: 100 B"));
        }
    }

    @Test
    @Survives(Hazard.NO_REGION)
    void says_where_to_set_a_region_where_none_is() throws IOException {
        assertThat(reach(KEYS))
                .containsExactly("wrong region: no AWS region is set; say region: eu-west-1 in the suite,"
                        + " -Dlakecheck.region=eu-west-1, AWS_REGION, or region = eu-west-1 in ~/.aws/config");
    }

    @Test
    @Survives(Hazard.NO_CREDENTIALS)
    void looks_once_for_credentials_that_are_not_there_and_says_what_to_do() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer metadata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metadata.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        metadata.start();
        try (StubS3 s3 = lake()) {
            List<String> verdicts = reach(Map.of(
                    "AWS_ENDPOINT_URL",
                    s3.endpoint(),
                    "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                    "http://127.0.0.1:" + metadata.getAddress().getPort() + "/"));

            assertThat(verdicts)
                    .hasSize(Reach.DATASETS)
                    .allMatch(line ->
                            line.contains("UNKNOWN: could not look (no credentials); no AWS credentials were found;"
                                    + " log in (aws sso login), name a profile (lakecheck.profile, AWS_PROFILE) or set"
                                    + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"));
            assertThat(asked).hasValueBetween(1, 5);
            assertThat(s3.asked()).isEmpty();
        } finally {
            metadata.stop(0);
        }
    }

    @Test
    @Survives(Hazard.NO_CREDENTIALS)
    void a_profile_that_is_not_there_is_no_lack_of_credentials() throws IOException {
        String config = Files.writeString(home.resolve("config"), """
                        [default]
                        output = json
                        [profile dev]
                        region = eu-central-1
                        [prod]
                        region = eu-central-1
                        """).toString();
        String said =
                "no credentials: the AWS configuration has no profile prod, but default, dev; name one that is there"
                        + " (lakecheck.profile, AWS_PROFILE), or write [profile prod] in ~/.aws/config (or AWS_CONFIG_FILE), or"
                        + " [prod] in ~/.aws/credentials (or AWS_SHARED_CREDENTIALS_FILE)";

        assertThat(reach(Map.of("AWS_PROFILE", "prod", "AWS_CONFIG_FILE", config, "AWS_EC2_METADATA_DISABLED", "true")))
                .containsExactly(said);
        assertThat(reach(
                        Map.of("AWS_CONFIG_FILE", config, "AWS_EC2_METADATA_DISABLED", "true"),
                        "-D" + Reach.PROFILE + "=prod"))
                .containsExactly(said);
        try (StubS3 s3 = lake()) {
            assertThat(reach(
                            Map.of("AWS_ENDPOINT_URL", s3.endpoint(), "AWS_EC2_METADATA_DISABLED", "true"),
                            "-D" + Reach.PROFILE + "=prod"))
                    .hasSize(Reach.DATASETS)
                    .allMatch(line ->
                            line.contains("UNKNOWN: could not look (no credentials); the AWS configuration has no"
                                    + " profile prod, nor any other; write [profile prod] in ~/.aws/config"));
        }
    }

    @Test
    void a_profile_that_holds_no_credentials_is_another_matter() throws IOException {
        Path config = Files.writeString(home.resolve("config"), "[profile dev]\nregion = eu-central-1\n");

        assertThat(reach(Map.of(
                        "AWS_PROFILE",
                        "dev",
                        "AWS_CONFIG_FILE",
                        config.toString(),
                        "AWS_EC2_METADATA_DISABLED",
                        "true")))
                .hasSize(Reach.DATASETS)
                .allMatch(line -> line.contains("no AWS credentials were found; log in"));
    }

    @Test
    void credentials_of_the_environment_need_no_profile_but_the_one_that_is_said() throws IOException {
        try (StubS3 s3 = lake()) {
            Map<String, String> environment = new HashMap<>(KEYS);
            environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint());
            environment.put("AWS_PROFILE", "prod");

            assertThat(reach(environment)).hasSize(Reach.DATASETS).allMatch(line -> line.contains(" PASSED: 100 B"));
            assertThat(reach(environment, "-D" + Reach.PROFILE + "=prod"))
                    .hasSize(Reach.DATASETS)
                    .allMatch(line -> line.contains("the AWS configuration has no profile prod"));
        }
    }

    @Test
    void a_profile_that_is_said_goes_before_the_keys_of_the_environment() throws IOException {
        try (StubS3 s3 = lake()) {
            Path config = Files.writeString(home.resolve("config"), """
                    [profile ours]
                    aws_access_key_id = ours
                    aws_secret_access_key = test
                    """);
            Map<String, String> environment = new HashMap<>(KEYS);
            environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint());
            environment.put("AWS_CONFIG_FILE", config.toString());

            assertThat(reach(environment, "-D" + Reach.PROFILE + "=ours"))
                    .hasSize(Reach.DATASETS)
                    .allMatch(line -> line.contains(" PASSED: 100 B"));
            assertThat(s3.signers()).containsExactly("ours");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4566", "ftp://localhost", "http://", "http://a b", "s3.amazonaws.com"})
    @Survives(Hazard.NOBODY_THERE)
    void says_how_to_write_an_endpoint(String endpoint) {
        assertThatThrownBy(() -> S3Lake.connect(at(endpoint)))
                .hasMessage("the endpoint '" + endpoint + "' is no address; write one like http://localhost:4566");
    }

    @Test
    void takes_no_credentials_in_an_endpoint_and_does_not_repeat_them() {
        assertThatThrownBy(() -> S3Lake.connect(at("http://me:secret@localhost:4566")))
                .hasMessageContaining("credentials come from the AWS configuration")
                .hasMessageNotContaining("secret@");
    }

    private static Connection at(String endpoint) {
        return new Connection(Optional.of(endpoint), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static StubS3 lake() throws IOException {
        StubS3 s3 = new StubS3();
        for (int i = 0; i < Reach.DATASETS; i++) {
            s3.put("refined", "d" + i + "/" + Refinery.DAY + "part", 100, Refinery.WRITTEN);
        }
        return s3;
    }

    private List<String> reach(Map<String, String> aws, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Duser.home=" + home);
        Fork.End end = Fork.run(Reach.class, all, aws);
        assertThat(end.exitCode()).as(end.output()).isZero();
        return end.output().lines().toList();
    }
}
