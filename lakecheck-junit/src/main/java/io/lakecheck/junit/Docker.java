// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** The Docker installation that Testcontainers uses. */
@FunctionalInterface
interface Docker {

    /** Returns why containers can't be started; empty if they can. */
    Optional<String> problem();

    /**
     * Checks the Docker daemon that Testcontainers finds. Pings it first, because Testcontainers would wait a long time
     * for a daemon that hangs.
     */
    static Optional<String> testcontainersProblem() {
        if (!LocalStackServer.LIBRARY.isPresent()) {
            return Optional.of("Testcontainers is not on the class path");
        }
        return DockerPing.ofEnvironment(name -> Optional.ofNullable(System.getenv(name)))
                .flatMap(DockerPing::problem)
                .or(Docker::clientProblem);
    }

    private static Optional<String> clientProblem() {
        try {
            return DockerClientFactory.instance().isDockerAvailable()
                    ? Optional.empty()
                    : Optional.of("Docker is not available");
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("Docker cannot be reached: " + e);
        }
    }
}
