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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerPingTest {

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
    void hears_a_daemon_that_answers() {
        answer("HTTP/1.1 200 OK\r\n\r\nOK");

        assertThat(new DockerPing(address, LONG).whyNoAnswer()).isEmpty();
    }

    @Test
    void does_not_wait_for_one_that_hangs() {
        assertThat(new DockerPing(address, SHORT).whyNoAnswer()).contains("Docker did not answer within 200 ms");
    }

    @Test
    void takes_nobody_else_for_docker() {
        answer("SSH-2.0-OpenSSH_9.2\r\n");

        assertThat(new DockerPing(address, LONG).whyNoAnswer())
                .contains("what listens at " + address + " is not Docker");
    }

    @Test
    void says_what_is_wrong_with_a_socket_that_nobody_listens_at() throws IOException {
        daemon.close();

        assertThat(new DockerPing(address, LONG).whyNoAnswer().orElseThrow())
                .startsWith("Docker can't be asked (java.net.ConnectException:");
    }

    @Test
    void asks_where_the_environment_says() {
        assertThat(asked(Map.of("DOCKER_HOST", "unix://" + directory + "/docker.sock")))
                .contains(address);
        assertThat(asked(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375")))
                .contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), 2375));
        assertThat(asked(Map.of("XDG_RUNTIME_DIR", directory.toString()))).contains(address);
    }

    @Test
    void leaves_to_testcontainers_what_is_more_than_a_socket() {
        assertThat(asked(Map.of("DOCKER_HOST", "npipe:////./pipe/docker_engine")))
                .isEmpty();
        assertThat(asked(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2376", "DOCKER_TLS_VERIFY", "1")))
                .isEmpty();
    }

    private static Optional<SocketAddress> asked(Map<String, String> environment) {
        return DockerPing.ofEnvironment(name -> Optional.ofNullable(environment.get(name)))
                .map(DockerPing::address);
    }

    private void answer(String text) {
        Thread answering = new Thread(() -> {
            try (SocketChannel client = daemon.accept()) {
                client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                client.read(ByteBuffer.allocate(100));
            } catch (IOException gone) {
                // The test tells.
            }
        });
        answering.setDaemon(true);
        answering.start();
    }
}
