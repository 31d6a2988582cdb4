// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class ServerChoiceTest {

    private static final Docker THERE = Optional::empty;
    private static final Docker NOT_THERE = () -> Optional.of("Docker is not there");

    @Test
    void a_given_endpoint_goes_first() {
        assertThat(auto(Map.of("LAKECHECK_ENDPOINT", "http://minio:9000"), THERE))
                .isEqualTo(new ServerChoice(
                        Backend.ENDPOINT, "http://minio:9000", Optional.of("LAKECHECK_ENDPOINT is set")));
    }

    @Test
    void then_localstack_where_docker_is() {
        assertThat(auto(Map.of(), THERE))
                .isEqualTo(new ServerChoice(
                        Backend.LOCALSTACK, "localstack/localstack:4.14.0", Optional.of("Docker is there")));
    }

    @Test
    void then_the_embedded_one_and_says_why() {
        assertThat(auto(Map.of(), NOT_THERE))
                .isEqualTo(new ServerChoice(Backend.EMBEDDED, "", Optional.of("Docker is not there")));
    }

    @Test
    void what_the_run_was_told_goes_before_looking_around() {
        assertThat(auto(Map.of("LAKECHECK_BACKEND", "embedded", "LAKECHECK_ENDPOINT", "http://minio:9000"), THERE)
                        .backend())
                .isEqualTo(Backend.EMBEDDED);
    }

    @Test
    void the_image_is_the_tests_then_the_runs() {
        Map<String, String> run = Map.of("LAKECHECK_LOCALSTACK_IMAGE", "mirror/localstack:5");

        assertThat(choice(Backend.LOCALSTACK, "mine:1", run, NOT_THERE).detail())
                .isEqualTo("mine:1");
        assertThat(choice(Backend.LOCALSTACK, "", run, NOT_THERE).detail()).isEqualTo("mirror/localstack:5");
    }

    @Test
    void a_backend_that_is_none_is_refused() {
        assertThatThrownBy(() -> auto(Map.of("LAKECHECK_BACKEND", "minio"), THERE))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("lakecheck.backend 'minio' is none; write auto, endpoint, localstack or embedded");
    }

    @Test
    void an_endpoint_that_is_asked_for_must_be_given() {
        assertThatThrownBy(() -> choice(Backend.ENDPOINT, "", Map.of(), THERE))
                .hasMessageContaining("set LAKECHECK_ENDPOINT=http://localhost:4566");
    }

    @Test
    void a_given_endpoint_is_used_and_said_why() throws Exception {
        try (LakeServer somebodys = EmbeddedServer.start()) {
            assertThat(Jvm.run(
                            entry -> true,
                            OptionalLibraryTest.class,
                            "lakecheck.endpoint",
                            somebodys.endpoint().toString()))
                    .contains("lakecheck: tests use the server at " + somebodys.endpoint()
                            + " (LAKECHECK_ENDPOINT is set)")
                    .contains("1 passed");
        }
    }

    @Test
    void aws_itself_is_no_server_for_tests() {
        assertThatThrownBy(() -> GivenServer.at("https://s3.eu-west-1.amazonaws.com"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("tests empty their buckets");
        assertThatThrownBy(() -> GivenServer.at("localhost")).hasMessageContaining("is no address");
    }

    private static ServerChoice auto(Map<String, String> environment, Docker docker) {
        return choice(Backend.AUTO, "", environment, docker);
    }

    private static ServerChoice choice(Backend asked, String image, Map<String, String> environment, Docker docker) {
        JUnitSettings settings =
                new JUnitSettings(name -> Optional.empty(), name -> Optional.ofNullable(environment.get(name)));
        return ServerChoice.of(asked, image, settings, docker);
    }
}
