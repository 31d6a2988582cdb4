// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be started here. */
@FunctionalInterface
interface Docker {

    /** Why Docker is not there; empty where it is. */
    Optional<String> whyNot();

    /**
     * Docker as Testcontainers finds it. A daemon that hangs is found out by a ping of our own, for Testcontainers
     * takes longer to load than a daemon to answer.
     */
    static Optional<String> throughTestcontainers() {
        if (!LocalStackServer.LIBRARY.isThere()) {
            return Optional.of("Testcontainers is not on the class path");
        }
        return DockerPing.ofEnvironment(name -> Optional.ofNullable(System.getenv(name)))
                .flatMap(DockerPing::whyNoAnswer)
                .or(Docker::whyNotAvailable);
    }

    private static Optional<String> whyNotAvailable() {
        try {
            return DockerClientFactory.instance().isDockerAvailable()
                    ? Optional.empty()
                    : Optional.of("Docker is not there");
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("Docker can't be asked (" + e + ")");
        }
    }
}
