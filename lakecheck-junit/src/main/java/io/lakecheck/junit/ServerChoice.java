// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The chosen server. Equal choices share one server.
 *
 * @param backend never {@link Backend#AUTO}
 * @param detail the endpoint or the image; empty for the embedded server
 * @param reason why {@link Backend#AUTO} chose it; empty if the backend was set
 */
record ServerChoice(Backend backend, String detail, Optional<String> reason) {

    /**
     * Chooses a server.
     *
     * @param requested the backend in the test's setup
     * @param image the image in the test's setup; empty for the default
     * @param settings configuration parameters, then the environment
     * @param docker checked only if nothing else decides
     * @throws ExtensionConfigurationException if a setting is invalid or missing
     */
    static ServerChoice of(
            Backend requested, String image, Function<String, Optional<String>> settings, Docker docker) {
        Backend backend = requested == Backend.AUTO
                ? settings.apply("lakecheck.backend").map(ServerChoice::parse).orElse(requested)
                : requested;
        Optional<String> endpoint = settings.apply("lakecheck.endpoint");
        String chosenImage = image.isEmpty()
                ? settings.apply("lakecheck.localstack.image").orElse(LocalStackServer.DEFAULT_IMAGE)
                : image;
        return switch (backend) {
            case ENDPOINT ->
                new ServerChoice(backend, endpoint.orElseThrow(ServerChoice::noEndpoint), Optional.empty());
            case LOCALSTACK -> new ServerChoice(backend, chosenImage, Optional.empty());
            case EMBEDDED -> new ServerChoice(backend, "", Optional.empty());
            case AUTO ->
                endpoint.map(address ->
                                new ServerChoice(Backend.ENDPOINT, address, Optional.of("LAKECHECK_ENDPOINT is set")))
                        .orElseGet(() -> byDocker(chosenImage, docker));
        };
    }

    private static ServerChoice byDocker(String image, Docker docker) {
        Optional<String> problem = docker.problem();
        return problem.isEmpty()
                ? new ServerChoice(Backend.LOCALSTACK, image, Optional.of("Docker is available"))
                : new ServerChoice(Backend.EMBEDDED, "", problem);
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

    /** Returns the part that identifies the server. */
    ServerChoice withoutReason() {
        return new ServerChoice(backend, detail, Optional.empty());
    }

    LakeServer start() {
        return switch (backend) {
            case ENDPOINT -> EndpointServer.at(detail);
            case LOCALSTACK -> LocalStackServer.start(detail);
            default -> EmbeddedServer.start();
        };
    }
}
