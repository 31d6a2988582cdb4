// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;

/** Determines whether Docker can start a container, without starting one. */
@FunctionalInterface
interface Docker {

    /**
     * Returns the reason why a container can't be started from the image right away, or empty if it can. A missing
     * image is such a reason. Images are never pulled, because a registry that does not respond would block the tests
     * for minutes.
     */
    Optional<String> problem(String image);

    /** Implements {@link #problem} for the Docker daemon that Testcontainers uses. */
    static Optional<String> problemOf(String image) {
        if (!LocalStackServer.LIBRARY.isPresent()) {
            return Optional.of("Testcontainers is not on the class path");
        }
        return DockerDaemon.ofEnvironment(name -> Optional.ofNullable(System.getenv(name)))
                .map(daemon -> daemon.problem(LocalStackServer.requiredImages(image)))
                .orElseGet(() -> Optional.of("Docker is not used: no local socket was found, and DOCKER_HOST is not the"
                        + " address of a server without TLS; to use Docker anyway, set lakecheck.backend=localstack"));
    }
}
