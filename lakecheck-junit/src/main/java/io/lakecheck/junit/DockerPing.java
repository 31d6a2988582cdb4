// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A ping of the Docker daemon with a short timeout.
 *
 * @param address the daemon's address
 * @param timeout how long to wait for a response
 */
record DockerPing(SocketAddress address, Duration timeout) {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * Returns a ping of the daemon at {@code DOCKER_HOST}, otherwise at one of the default sockets; empty if only
     * Testcontainers knows how to reach Docker.
     */
    static Optional<DockerPing> ofEnvironment(Function<String, Optional<String>> environment) {
        Optional<String> host = environment.apply("DOCKER_HOST");
        boolean usesTls = environment.apply("DOCKER_TLS_VERIFY").isPresent();
        Optional<SocketAddress> address = host.isPresent()
                ? host.filter(text -> !usesTls).map(URI::create).flatMap(DockerPing::address)
                : defaultSocket(environment);
        return address.map(found -> new DockerPing(found, TIMEOUT));
    }

    private static Optional<SocketAddress> address(URI host) {
        if ("unix".equals(host.getScheme())) {
            return Optional.of(UnixDomainSocketAddress.of(host.getPath()));
        }
        return "tcp".equals(host.getScheme()) && host.getHost() != null && host.getPort() > 0
                ? Optional.of(new InetSocketAddress(host.getHost(), host.getPort()))
                : Optional.empty();
    }

    private static Optional<SocketAddress> defaultSocket(Function<String, Optional<String>> environment) {
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.concat(
                        environment
                                .apply("XDG_RUNTIME_DIR")
                                .map(Path::of)
                                .map(folder -> folder.resolve("docker.sock"))
                                .stream(),
                        Stream.of(
                                home.resolve(".docker/run/docker.sock"),
                                home.resolve(".docker/desktop/docker.sock"),
                                Path.of("/var/run/docker.sock")))
                .filter(Files::exists)
                .<SocketAddress>map(UnixDomainSocketAddress::of)
                .findFirst();
    }

    /** Pings the daemon. Returns what is wrong; empty if the daemon responds. */
    Optional<String> problem() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread ping = new Thread(() -> ping(answer), "lakecheck-docker");
        ping.setDaemon(true);
        ping.start();
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.empty()
                    : Optional.of("the server at " + address + " is not Docker");
        } catch (TimeoutException e) {
            ping.interrupt();
            return Optional.of("Docker did not respond within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return Optional.of("Docker cannot be reached: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while waiting for Docker");
        }
    }

    private void ping(CompletableFuture<Boolean> answer) {
        try (SocketChannel channel = SocketChannel.open(address)) {
            channel.write(
                    ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer status = ByteBuffer.allocate("HTTP/1.0 200".length());
            while (status.hasRemaining() && channel.read(status) >= 0) {}
            answer.complete(new String(status.array(), StandardCharsets.US_ASCII).matches("HTTP/1\\.[01] 200"));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
