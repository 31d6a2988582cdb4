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

    /**
     * Chooses a server.
     *
     * @param requested the backend that the test's setup requests
     * @param image the Docker image that the test's setup requests, or an empty string for the default
     * @param run the settings of the test run
     * @param docker queried only if the choice depends on it
     * @throws ExtensionConfigurationException if a setting is invalid or missing
     */
    static ServerChoice of(Backend requested, String image, JUnitSettings run, Docker docker) {
        ServerSettings settings = new ServerSettings(requested, image, run);
        return switch (settings.backend()) {
            case ENDPOINT -> atEndpoint(settings.endpoint().orElseThrow(ServerChoice::noEndpoint), settings);
            case LOCALSTACK ->
                new ServerChoice(
                        Backend.LOCALSTACK,
                        settings.image(),
                        ServerSettings.joined(settings.aboutBackend(), settings.aboutImage()));
            case EMBEDDED -> new ServerChoice(Backend.EMBEDDED, "", settings.aboutBackend());
            case AUTO ->
                settings.endpoint()
                        .map(address -> atEndpoint(address, settings))
                        .orElseGet(() -> byDocker(settings, docker));
        };
    }

    private static ServerChoice atEndpoint(String address, ServerSettings settings) {
        return new ServerChoice(
                Backend.ENDPOINT, address, ServerSettings.joined(settings.aboutBackend(), settings.aboutEndpoint()));
    }

    private static ServerChoice byDocker(ServerSettings settings, Docker docker) {
        Optional<String> problem = docker.problem(settings.image());
        String reason = ServerSettings.joined(
                problem.orElse("Docker is running and the image is available"),
                settings.aboutBackend(),
                settings.aboutImage());
        return problem.isEmpty()
                ? new ServerChoice(Backend.LOCALSTACK, settings.image(), reason)
                : new ServerChoice(Backend.EMBEDDED, "", reason);
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
