// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerDaemonTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    private ServerSocketChannel daemon;
    private SocketAddress address;

    @BeforeEach
    void listen() throws IOException {
        address = UnixDomainSocketAddress.of(directory.resolve("docker.sock"));
        daemon = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
    }

    @AfterEach
    void close() throws IOException {
        daemon.close();
    }

    @Test
    void finds_no_problem_if_the_images_are_present() {
        answer("HTTP/1.1 200 OK\r\n\r\n[{\"RepoTags\":[\"docker.io/a/b:1\",\"c/d:2\"]}]");

        assertThat(new DockerDaemon(address, LONG).problem(List.of("a/b:1", "c/d:2")))
                .isEmpty();
    }

    @Test
    void shows_how_to_pull_a_missing_image() {
        answer("HTTP/1.1 200 OK\r\n\r\n[{\"RepoTags\":[\"a/b:12\"]}]");

        assertThat(new DockerDaemon(address, LONG).problem(List.of("a/b:1")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("docker pull a/b:1"));
    }

    @Test
    void gives_up_if_the_daemon_does_not_answer() {
        assertThat(new DockerDaemon(address, SHORT).problem(List.of("a/b:1")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("200 ms"));
    }

    @Test
    void rejects_other_servers() {
        answer("SSH-2.0-OpenSSH_9.2\r\n");

        assertThat(new DockerDaemon(address, LONG).problem(List.of("a/b:1")))
                .hasValueSatisfying(problem -> assertThat(problem).contains(address + " is not Docker"));
    }

    @Test
    void reports_why_it_cannot_connect() throws IOException {
        daemon.close();

        assertThat(new DockerDaemon(address, LONG).problem(List.of("a/b:1")).orElseThrow())
                .contains("java.net.ConnectException");
    }

    @Test
    void finds_the_daemon_by_environment_variables() {
        assertThat(address(Map.of("DOCKER_HOST", "unix://" + directory + "/docker.sock")))
                .contains(address);
        assertThat(address(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375")))
                .contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), 2375));
        assertThat(address(Map.of("XDG_RUNTIME_DIR", directory.toString()))).contains(address);
    }

    @Test
    void leaves_tls_and_named_pipes_to_testcontainers() {
        assertThat(address(Map.of("DOCKER_HOST", "npipe:////./pipe/docker_engine")))
                .isEmpty();
        assertThat(address(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2376", "DOCKER_TLS_VERIFY", "1")))
                .isEmpty();
    }

    private static Optional<SocketAddress> address(Map<String, String> environment) {
        return DockerDaemon.ofEnvironment(name -> Optional.ofNullable(environment.get(name)))
                .map(DockerDaemon::address);
    }

    private void answer(String text) {
        Thread server = new Thread(() -> {
            try (SocketChannel client = daemon.accept()) {
                client.read(ByteBuffer.allocate(100));
                client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                // The client receives no response, so the test fails.
            }
        });
        server.setDaemon(true);
        server.start();
    }
}
