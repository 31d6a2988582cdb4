// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Docker daemon that can be queried for its images, with a short timeout.
 *
 * @param address the daemon's address
 * @param timeout the maximum time to wait for a response
 */
record DockerDaemon(SocketAddress address, Duration timeout) {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] 200");

    /**
     * Returns the daemon at {@code DOCKER_HOST} or, if that is not set, at one of the default sockets. Returns empty if
     * Docker can only be reached in ways that Testcontainers alone supports.
     */
    static Optional<DockerDaemon> ofEnvironment(Function<String, Optional<String>> environment) {
        Optional<String> host = environment.apply("DOCKER_HOST");
        boolean usesTls = environment.apply("DOCKER_TLS_VERIFY").isPresent();
        Optional<SocketAddress> address = host.isPresent()
                ? host.filter(text -> !usesTls).map(URI::create).flatMap(DockerDaemon::address)
                : defaultSocket(environment);
        return address.map(found -> new DockerDaemon(found, TIMEOUT));
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

    /** Returns the reason why containers can't be started from these images right away, or empty if they can. */
    Optional<String> problem(List<String> images) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread question = new Thread(() -> ask(answer), "lakecheck-docker");
        question.setDaemon(true);
        question.start();
        try {
            return problem(images, answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            question.interrupt();
            return Optional.of("Docker did not respond within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return Optional.of("Docker cannot be reached: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while waiting for Docker");
        }
    }

    private Optional<String> problem(List<String> images, String answer) {
        if (!STATUS.matcher(answer).lookingAt()) {
            return Optional.of("the server at " + address + " is not Docker");
        }
        List<String> missing = images.stream()
                .filter(image -> !isListed(image, answer))
                .map(image -> "docker pull " + image)
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Docker does not have the images for LocalStack; to use LocalStack, run: "
                        + String.join(" && ", missing));
    }

    /** Returns whether the daemon's response lists the image, with or without its registry. */
    private static boolean isListed(String image, String answer) {
        return answer.contains("\"" + image + "\"") || answer.contains("/" + image + "\"");
    }

    private void ask(CompletableFuture<String> answer) {
        try (SocketChannel channel = SocketChannel.open(address)) {
            channel.write(ByteBuffer.wrap(
                    "GET /images/json HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            answer.complete(new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
