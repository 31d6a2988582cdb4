// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The server that was chosen for tests. Tests whose choices are equal share a server.
 *
 * @param backend the kind of server, never {@link Backend#AUTO}
 * @param detail the endpoint or the Docker image, or an empty string for the embedded server
 * @param reason why the server was chosen, for the console
 */
record ServerChoice(Backend backend, String detail, String reason) {

    private static final String BACKEND = "lakecheck.backend";
    private static final String ENDPOINT = "lakecheck.endpoint";

    /**
     * Chooses a server.
     *
     * @param requested the backend that the test's setup requests
     * @param image the Docker image that the test's setup requests, or an empty string for the default
     * @param settings the settings of the test run
     * @param docker queried only if the choice depends on it
     * @throws ExtensionConfigurationException if a setting is invalid or missing
     */
    static ServerChoice of(Backend requested, String image, JUnitSettings settings, Docker docker) {
        Optional<Backend> configured = requested == Backend.AUTO
                ? settings.apply(BACKEND).map(ServerChoice::parse).filter(backend -> backend != Backend.AUTO)
                : Optional.empty();
        String chosenImage = image.isEmpty()
                ? settings.apply("lakecheck.localstack.image").orElse(LocalStackServer.DEFAULT_IMAGE)
                : image;
        if (requested != Backend.AUTO) {
            return explicit(requested, "the test sets it", chosenImage, settings);
        }
        if (configured.isPresent()) {
            return explicit(configured.get(), settings.origin(BACKEND), chosenImage, settings);
        }
        return settings.apply(ENDPOINT)
                .map(address -> new ServerChoice(Backend.ENDPOINT, address, settings.origin(ENDPOINT)))
                .orElseGet(() -> byDocker(chosenImage, docker));
    }

    private static ServerChoice explicit(Backend backend, String reason, String image, JUnitSettings settings) {
        return switch (backend) {
            case ENDPOINT ->
                new ServerChoice(backend, settings.apply(ENDPOINT).orElseThrow(ServerChoice::noEndpoint), reason);
            case LOCALSTACK -> new ServerChoice(backend, image, reason);
            case EMBEDDED, AUTO -> new ServerChoice(Backend.EMBEDDED, "", reason);
        };
    }

    private static ServerChoice byDocker(String image, Docker docker) {
        Optional<String> problem = docker.problem(image);
        return problem.isEmpty()
                ? new ServerChoice(Backend.LOCALSTACK, image, "Docker is running and the image is available")
                : new ServerChoice(Backend.EMBEDDED, "", problem.get());
    }

    private static Backend parse(String text) {
        for (Backend backend : Backend.values()) {
            if (backend.name().equalsIgnoreCase(text)) {
                return backend;
            }
        }
        throw new ExtensionConfigurationException(
                "unknown lakecheck.backend '" + text + "'. Valid values: auto, endpoint, localstack, embedded.");
    }

    private static ExtensionConfigurationException noEndpoint() {
        return new ExtensionConfigurationException("backend ENDPOINT needs an endpoint, but none is set."
                + " Set one, for example LAKECHECK_ENDPOINT=http://localhost:4566.");
    }

    /** Returns a copy without the reason, for use as a key. */
    ServerChoice withoutReason() {
        return new ServerChoice(backend, detail, "");
    }

    /** Starts the server and prints which one tests use, and why. */
    RunningLake start() {
        if (backend == Backend.LOCALSTACK) {
            TestConsole.print("lakecheck: starting " + detail + " in Docker (" + reason + ")");
        }
        LakeServer server =
                switch (backend) {
                    case ENDPOINT -> EndpointServer.at(detail);
                    case LOCALSTACK -> LocalStackServer.start(detail);
                    case EMBEDDED, AUTO -> EmbeddedServer.start();
                };
        return running(server, reason);
    }

    /** Returns a lake on the server, and prints which server tests use and why. */
    static RunningLake running(LakeServer server, String reason) {
        TestConsole.print("lakecheck: tests use " + server + " at " + server.endpoint() + " (" + reason + ")");
        return new RunningLake(server);
    }
}
