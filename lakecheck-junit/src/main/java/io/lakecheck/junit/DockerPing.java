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
 * Asks Docker's daemon whether it is there, and does not wait for long.
 *
 * @param address of the daemon
 * @param patience how long it may take to answer
 */
record DockerPing(SocketAddress address, Duration patience) {

    /** Longer than a daemon takes, shorter than anybody wonders what the tests are waiting for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Where the environment says that Docker is, else where it usually is; empty where only Testcontainers knows. */
    static Optional<DockerPing> ofEnvironment(Function<String, Optional<String>> environment) {
        Optional<String> said = environment.apply("DOCKER_HOST");
        boolean secured = environment.apply("DOCKER_TLS_VERIFY").isPresent();
        Optional<SocketAddress> address = said.isPresent()
                ? said.filter(host -> !secured).map(URI::create).flatMap(DockerPing::address)
                : usual(environment);
        return address.map(found -> new DockerPing(found, PATIENCE));
    }

    private static Optional<SocketAddress> address(URI host) {
        if ("unix".equals(host.getScheme())) {
            return Optional.of(UnixDomainSocketAddress.of(host.getPath()));
        }
        return "tcp".equals(host.getScheme()) && host.getHost() != null && host.getPort() > 0
                ? Optional.of(new InetSocketAddress(host.getHost(), host.getPort()))
                : Optional.empty();
    }

    private static Optional<SocketAddress> usual(Function<String, Optional<String>> environment) {
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

    /** Empty where it answers. */
    Optional<String> whyNoAnswer() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> ask(answer), "lakecheck-docker");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.empty()
                    : Optional.of("what listens at " + address + " is not Docker");
        } catch (TimeoutException e) {
            asking.interrupt();
            return Optional.of("Docker did not answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return Optional.of("Docker can't be asked (" + e.getCause() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the run was interrupted");
        }
    }

    private void ask(CompletableFuture<Boolean> answer) {
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
