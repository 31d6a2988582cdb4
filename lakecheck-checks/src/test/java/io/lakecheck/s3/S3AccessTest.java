// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.lakecheck.Fork;
import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.LakeException.Reason;
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

/** Tests how settings in the suite, the environment and profiles are combined. Each test starts its own process. */
class S3AccessTest {

    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test", "AWS_EC2_METADATA_DISABLED", "true");

    @TempDir
    private Path home;

    @Test
    void uses_the_environments_endpoint_without_a_region() throws IOException {
        try (StubS3 s3 = lake()) {
            Map<String, String> environment = new HashMap<>(KEYS);
            environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
            environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint());

            assertThat(list(environment))
                    .hasSize(ListingMain.DATASETS)
                    .allMatch(line -> line.contains(" PASSED: 100 B"));
        }
    }

    @Test
    void uses_the_endpoint_and_credentials_of_a_profile() throws IOException {
        try (StubS3 s3 = lake()) {
            Files.writeString(home.resolve("config"), """
                    [profile ours]
                    region = eu-central-1
                    endpoint_url = %s
                    aws_access_key_id = test
                    aws_secret_access_key = test
                    """.formatted(s3.endpoint()));

            assertThat(list(Map.of(
                            "AWS_PROFILE",
                            "ours",
                            "AWS_CONFIG_FILE",
                            home.resolve("config").toString(),
                            "AWS_EC2_METADATA_DISABLED",
                            "true")))
                    .hasSize(ListingMain.DATASETS)
                    .allMatch(line -> line.contains(" PASSED: 100 B"));
        }
    }

    @Test
    @Survives(Hazard.NO_REGION)
    void names_where_to_set_a_missing_region() throws IOException {
        assertThat(list(KEYS))
                .singleElement()
                .asString()
                .startsWith(Reason.WRONG_REGION + ": ")
                .contains("-Dlakecheck.region", "AWS_REGION", "~/.aws/config");
    }

    @Test
    @Survives(Hazard.NO_CREDENTIALS)
    void searches_once_for_missing_credentials() throws IOException {
        AtomicInteger searches = new AtomicInteger();
        HttpServer metadata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metadata.createContext("/", exchange -> {
            searches.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        metadata.start();
        try (StubS3 s3 = lake()) {
            List<String> verdicts = list(Map.of(
                    "AWS_ENDPOINT_URL",
                    s3.endpoint(),
                    "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                    "http://127.0.0.1:" + metadata.getAddress().getPort() + "/"));

            assertThat(verdicts)
                    .hasSize(ListingMain.DATASETS)
                    .allMatch(line -> line.contains("UNKNOWN: could not be checked: " + Reason.NO_CREDENTIALS)
                            && line.contains("aws sso login"));
            assertThat(searches).hasValueBetween(1, 5);
            assertThat(s3.requests()).isEmpty();
        } finally {
            metadata.stop(0);
        }
    }

    @Test
    @Survives(Hazard.NO_CREDENTIALS)
    void names_an_unknown_profile_and_the_available_ones() throws IOException {
        String config = Files.writeString(home.resolve("config"), """
                        [default]
                        output = json
                        [profile dev]
                        region = eu-central-1
                        [prod]
                        region = eu-central-1
                        """).toString();
        String[] decisive = {Reason.NO_CREDENTIALS + ": ", "'prod'", "default, dev", "[profile prod]"};

        assertThat(list(Map.of("AWS_PROFILE", "prod", "AWS_CONFIG_FILE", config, "AWS_EC2_METADATA_DISABLED", "true")))
                .singleElement()
                .asString()
                .contains(decisive);
        assertThat(list(
                        Map.of("AWS_CONFIG_FILE", config, "AWS_EC2_METADATA_DISABLED", "true"),
                        "-D" + ListingMain.PROFILE + "=prod"))
                .singleElement()
                .asString()
                .contains(decisive);
        try (StubS3 s3 = lake()) {
            assertThat(list(
                            Map.of("AWS_ENDPOINT_URL", s3.endpoint(), "AWS_EC2_METADATA_DISABLED", "true"),
                            "-D" + ListingMain.PROFILE + "=prod"))
                    .hasSize(ListingMain.DATASETS)
                    .allMatch(line -> line.contains("UNKNOWN: could not be checked: " + Reason.NO_CREDENTIALS)
                            && line.contains("unknown profile 'prod'")
                            && line.contains("[profile prod]"));
        }
    }

    @Test
    void distinguishes_a_profile_without_credentials() throws IOException {
        Path config = Files.writeString(home.resolve("config"), "[profile dev]\nregion = eu-central-1\n");

        assertThat(list(Map.of(
                        "AWS_PROFILE",
                        "dev",
                        "AWS_CONFIG_FILE",
                        config.toString(),
                        "AWS_EC2_METADATA_DISABLED",
                        "true")))
                .hasSize(ListingMain.DATASETS)
                .allMatch(line -> line.contains("no AWS credentials") && line.contains("aws sso login"));
    }

    @Test
    void keys_of_the_environment_need_no_profile_unless_one_is_set() throws IOException {
        try (StubS3 s3 = lake()) {
            Map<String, String> environment = new HashMap<>(KEYS);
            environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint());
            environment.put("AWS_PROFILE", "prod");

            assertThat(list(environment))
                    .hasSize(ListingMain.DATASETS)
                    .allMatch(line -> line.contains(" PASSED: 100 B"));
            assertThat(list(environment, "-D" + ListingMain.PROFILE + "=prod"))
                    .hasSize(ListingMain.DATASETS)
                    .allMatch(line -> line.contains("unknown profile 'prod'"));
        }
    }

    @Test
    void a_configured_profile_takes_precedence_over_keys() throws IOException {
        try (StubS3 s3 = lake()) {
            Path config = Files.writeString(home.resolve("config"), """
                    [profile ours]
                    aws_access_key_id = ours
                    aws_secret_access_key = test
                    """);
            Map<String, String> environment = new HashMap<>(KEYS);
            environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint());
            environment.put("AWS_CONFIG_FILE", config.toString());

            assertThat(list(environment, "-D" + ListingMain.PROFILE + "=ours"))
                    .hasSize(ListingMain.DATASETS)
                    .allMatch(line -> line.contains(" PASSED: 100 B"));
            assertThat(s3.signers()).containsExactly("ours");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4566", "ftp://localhost", "http://", "http://a b", "s3.amazonaws.com"})
    @Survives(Hazard.NOBODY_THERE)
    void names_an_invalid_endpoint(String endpoint) {
        assertThatThrownBy(() -> S3Lake.connect(at(endpoint)))
                .hasMessageContainingAll("'" + endpoint + "'", "http://localhost:4566");
    }

    @Test
    void rejects_credentials_in_an_endpoint_without_printing_them() {
        assertThatThrownBy(() -> S3Lake.connect(at("http://me:secret@localhost:4566")))
                .hasMessageContaining("credentials are taken from the AWS configuration")
                .hasMessageNotContaining("secret@");
    }

    private static Connection at(String endpoint) {
        return new Connection(Optional.of(endpoint), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static StubS3 lake() throws IOException {
        StubS3 s3 = new StubS3();
        for (int i = 0; i < ListingMain.DATASETS; i++) {
            s3.put("refined", "d" + i + "/" + StubbedLake.DAY + "part", 100, StubbedLake.WRITTEN);
        }
        return s3;
    }

    private List<String> list(Map<String, String> aws, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Duser.home=" + home);
        Fork.End end = Fork.run(ListingMain.class, all, aws);
        assertThat(end.exitCode()).as(end.output()).isZero();
        return end.output().lines().toList();
    }
}
