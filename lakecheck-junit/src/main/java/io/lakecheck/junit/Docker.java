// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;

/** The Docker installation that Testcontainers uses. */
@FunctionalInterface
interface Docker {

    /**
     * Returns why a container of this image can't be started at once; empty if it can. Nothing is ever pulled: a
     * registry that does not respond would block the tests for minutes.
     */
    Optional<String> problem(String image);

    /** Asks the Docker daemon that Testcontainers finds. */
    static Optional<String> problemOf(String image) {
        if (!LocalStackServer.LIBRARY.isPresent()) {
            return Optional.of("Testcontainers is not on the class path");
        }
        return DockerDaemon.ofEnvironment(name -> Optional.ofNullable(System.getenv(name)))
                .map(daemon -> daemon.problem(LocalStackServer.requiredImages(image)))
                .orElseGet(
                        () -> Optional.of("Docker is not used: there is no local socket, and DOCKER_HOST is not set to a"
                                + " server without TLS; to use Docker anyway, set lakecheck.backend=localstack"));
    }
}
