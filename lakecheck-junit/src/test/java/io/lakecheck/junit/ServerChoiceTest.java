// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.junit.embedded.EmbeddedS3;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class ServerChoiceTest {

    private static final Docker AVAILABLE = image -> Optional.empty();
    private static final Docker UNAVAILABLE = image -> Optional.of("no image " + image);

    @Test
    void auto_prefers_an_endpoint() {
        assertThat(auto(Map.of("LAKECHECK_ENDPOINT", "http://minio:9000"), AVAILABLE))
                .isEqualTo(new ServerChoice(
                        Backend.ENDPOINT, "http://minio:9000", "LAKECHECK_ENDPOINT=http://minio:9000 is set"));
    }

    @Test
    void auto_selects_localstack_if_docker_has_its_image() {
        assertThat(auto(Map.of(), AVAILABLE))
                .isEqualTo(new ServerChoice(
                        Backend.LOCALSTACK,
                        "localstack/localstack:4.14.0",
                        "Docker is running and the image is available"));
    }

    @Test
    void auto_falls_back_to_the_embedded_server() {
        assertThat(auto(Map.of(), UNAVAILABLE))
                .isEqualTo(new ServerChoice(Backend.EMBEDDED, "", "no image localstack/localstack:4.14.0"));
    }

    @Test
    void the_backend_parameter_overrides_detection() {
        assertThat(auto(Map.of("LAKECHECK_BACKEND", "embedded", "LAKECHECK_ENDPOINT", "http://minio:9000"), AVAILABLE)
                        .backend())
                .isEqualTo(Backend.EMBEDDED);
    }

    @Test
    void a_parameter_overrides_the_environment() {
        JUnitSettings settings = settings(
                Map.of("lakecheck.backend", "embedded"),
                Map.of("LAKECHECK_BACKEND", "localstack", "LAKECHECK_ENDPOINT", "http://minio:9000"));

        assertThat(ServerChoice.of(Backend.AUTO, "", settings, AVAILABLE).reason())
                .isEqualTo("lakecheck.backend=embedded is set in junit-platform.properties or by the launcher,"
                        + " which overrides LAKECHECK_BACKEND=localstack and LAKECHECK_ENDPOINT=http://minio:9000");
    }

    @Test
    void the_test_overrides_parameters_and_the_environment() {
        JUnitSettings settings =
                settings(Map.of("lakecheck.backend", "embedded"), Map.of("LAKECHECK_ENDPOINT", "http://minio:9000"));

        assertThat(ServerChoice.of(Backend.LOCALSTACK, "", settings, AVAILABLE).reason())
                .isEqualTo("the test sets the backend, which overrides lakecheck.backend=embedded"
                        + " and LAKECHECK_ENDPOINT=http://minio:9000");
        assertThat(ServerChoice.of(Backend.ENDPOINT, "", settings, AVAILABLE).reason())
                .isEqualTo("the test sets the backend, which overrides lakecheck.backend=embedded;"
                        + " LAKECHECK_ENDPOINT=http://minio:9000 is set");
        assertThat(ServerChoice.of(Backend.EMBEDDED, "", settings(Map.of(), Map.of()), AVAILABLE)
                        .reason())
                .isEqualTo("the test sets the backend");
    }

    @Test
    void auto_as_a_parameter_overrides_the_environment() {
        JUnitSettings settings = settings(
                Map.of("lakecheck.backend", "auto", "lakecheck.localstack.image", "mine:1"),
                Map.of("LAKECHECK_BACKEND", "localstack", "LAKECHECK_LOCALSTACK_IMAGE", "mirror/localstack:5"));

        assertThat(ServerChoice.of(Backend.AUTO, "", settings, UNAVAILABLE).reason())
                .isEqualTo("no image mine:1;"
                        + " lakecheck.backend=auto is set in junit-platform.properties or by the launcher,"
                        + " which overrides LAKECHECK_BACKEND=localstack;"
                        + " lakecheck.localstack.image=mine:1 is set in junit-platform.properties or by the launcher,"
                        + " which overrides LAKECHECK_LOCALSTACK_IMAGE=mirror/localstack:5");
    }

    @Test
    void the_address_of_a_fixture_overrides_other_settings() {
        assertThat(ServerSettings.aboutEndpointOfFixture(
                        "http://127.0.0.1:9000",
                        settings(
                                Map.of("lakecheck.backend", "embedded"),
                                Map.of("LAKECHECK_ENDPOINT", "http://minio:9000"))))
                .isEqualTo("LakeFixture sets its address, which overrides lakecheck.backend=embedded"
                        + " and LAKECHECK_ENDPOINT=http://minio:9000");
    }

    @Test
    void the_image_of_the_test_overrides_the_parameter() {
        Map<String, String> run = Map.of("LAKECHECK_LOCALSTACK_IMAGE", "mirror/localstack:5");

        assertThat(choice(Backend.LOCALSTACK, "mine:1", run, UNAVAILABLE))
                .isEqualTo(new ServerChoice(
                        Backend.LOCALSTACK,
                        "mine:1",
                        "the test sets the backend; the test sets the image,"
                                + " which overrides LAKECHECK_LOCALSTACK_IMAGE=mirror/localstack:5"));
        assertThat(choice(Backend.LOCALSTACK, "", run, UNAVAILABLE).detail()).isEqualTo("mirror/localstack:5");
    }

    @Test
    void an_unknown_backend_is_rejected() {
        assertThatThrownBy(() -> auto(Map.of("LAKECHECK_BACKEND", "minio"), AVAILABLE))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContainingAll("lakecheck.backend", "'minio'", "auto, endpoint, localstack, embedded");
    }

    @Test
    void the_endpoint_backend_needs_an_endpoint() {
        assertThatThrownBy(() -> choice(Backend.ENDPOINT, "", Map.of(), AVAILABLE))
                .hasMessageContaining("LAKECHECK_ENDPOINT=");
    }

    @Test
    void auto_prints_that_it_uses_the_endpoint() throws Exception {
        try (LakeServer server = EmbeddedServer.start()) {
            assertThat(Jvm.run(
                            entry -> true,
                            OptionalLibraryTest.class,
                            "lakecheck.endpoint",
                            server.endpoint().toString()))
                    .contains("lakecheck: tests use the S3 server at " + server.endpoint() + " (lakecheck.endpoint="
                            + server.endpoint() + " is set")
                    .contains("1 passed");
        }
    }

    /** A client that is built without path style fails with {@code UnknownHostException: refined.localhost}. */
    @Test
    void a_client_for_an_endpoint_on_localhost_needs_no_path_style() {
        try (EmbeddedS3 s3 = EmbeddedS3.start()) {
            URI endpoint = EndpointServer.at("http://localhost:" + s3.endpoint().getPort() + "/")
                    .endpoint();

            assertThat(endpoint).hasToString(s3.endpoint() + "/");
            try (S3Client own = S3Client.builder()
                    .endpointOverride(endpoint)
                    .region(Region.EU_WEST_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build()) {
                own.createBucket(each -> each.bucket("refined"));
                assertThat(own.listObjectsV2(each -> each.bucket("refined")).contents())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:4566",
                "http://s3.localhost.localstack.cloud:4566",
                "http://unknown:1",
                "http://[::1]:4566"
            })
    void other_endpoints_are_unchanged(String endpoint) {
        assertThat(EndpointServer.at(endpoint, ServerChoiceTest::address).endpoint())
                .hasToString(endpoint);
    }

    @Test
    void a_simple_host_name_becomes_an_address() {
        assertThat(EndpointServer.at("http://minio:9000/", ServerChoiceTest::address)
                        .endpoint())
                .hasToString("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":9000/");
    }

    private static InetAddress address(String host) throws UnknownHostException {
        if (host.equals("unknown")) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getLoopbackAddress();
    }

    @Test
    void aws_and_invalid_endpoints_are_rejected() {
        assertThatThrownBy(() -> EndpointServer.at("https://s3.eu-west-1.amazonaws.com"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("AWS");
        assertThatThrownBy(() -> EndpointServer.at("localhost")).hasMessageContaining("'localhost'");
    }

    private static ServerChoice auto(Map<String, String> environment, Docker docker) {
        return choice(Backend.AUTO, "", environment, docker);
    }

    private static ServerChoice choice(
            Backend requested, String image, Map<String, String> environment, Docker docker) {
        return ServerChoice.of(requested, image, settings(Map.of(), environment), docker);
    }

    private static JUnitSettings settings(Map<String, String> parameters, Map<String, String> environment) {
        return new JUnitSettings(
                name -> Optional.ofNullable(parameters.get(name)), name -> Optional.ofNullable(environment.get(name)));
    }
}
