// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be started here. */
@FunctionalInterface
interface Docker {

    /** Longer than a daemon takes, shorter than anybody wonders what the tests are waiting for. */
    Duration PATIENCE = Duration.ofSeconds(2);

    /** Why Docker is not there; empty where it is. */
    Optional<String> whyNot();

    /** Docker as Testcontainers finds it. */
    static Optional<String> throughTestcontainers() {
        if (!LocalStackServer.LIBRARY.isThere()) {
            return Optional.of("Testcontainers is not on the class path");
        }
        CompletableFuture<Boolean> found = new CompletableFuture<>();
        Thread asking = new Thread(
                () -> {
                    try {
                        found.complete(DockerClientFactory.instance().isDockerAvailable());
                    } catch (RuntimeException | LinkageError e) {
                        found.completeExceptionally(e);
                    }
                },
                "lakecheck-docker");
        asking.setDaemon(true);
        asking.start();
        try {
            boolean there = found.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return there ? Optional.empty() : Optional.of("Docker is not there");
        } catch (TimeoutException e) {
            return Optional.of("Docker did not answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            return Optional.of("Docker can't be asked (" + e.getCause() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the run was interrupted");
        }
    }
}
