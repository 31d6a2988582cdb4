// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Which server a run uses; the same choice is the same server.
 *
 * @param backend never {@link Backend#AUTO}
 * @param detail the endpoint or the image; empty for the embedded one
 * @param reason it was chosen, where nobody said it
 */
record ServerChoice(Backend backend, String detail, Optional<String> reason) {

    /**
     * @param asked what the test says
     * @param image what the test says; empty where it doesn't
     * @param settings configuration parameters, then the environment
     * @param docker whether Docker is there; asked only where it matters
     */
    static ServerChoice of(Backend asked, String image, Function<String, Optional<String>> settings, Docker docker) {
        Backend said = asked == Backend.AUTO
                ? settings.apply("lakecheck.backend").map(ServerChoice::named).orElse(asked)
                : asked;
        Optional<String> endpoint = settings.apply("lakecheck.endpoint");
        String wanted = image.isEmpty()
                ? settings.apply("lakecheck.localstack.image").orElse(LocalStackServer.DEFAULT_IMAGE)
                : image;
        return switch (said) {
            case ENDPOINT ->
                new ServerChoice(
                        said,
                        endpoint.orElseThrow(() -> new ExtensionConfigurationException(
                                "backend ENDPOINT has no endpoint; set LAKECHECK_ENDPOINT=http://localhost:4566")),
                        Optional.empty());
            case LOCALSTACK -> new ServerChoice(said, wanted, Optional.empty());
            case EMBEDDED -> new ServerChoice(said, "", Optional.empty());
            case AUTO ->
                endpoint.map(address ->
                                new ServerChoice(Backend.ENDPOINT, address, Optional.of("LAKECHECK_ENDPOINT is set")))
                        .orElseGet(() -> byDocker(wanted, docker));
        };
    }

    private static ServerChoice byDocker(String image, Docker docker) {
        Optional<String> whyNot = docker.whyNot();
        return whyNot.isEmpty()
                ? new ServerChoice(Backend.LOCALSTACK, image, Optional.of("Docker is there"))
                : new ServerChoice(Backend.EMBEDDED, "", whyNot);
    }

    private static Backend named(String text) {
        for (Backend backend : Backend.values()) {
            if (backend.name().equalsIgnoreCase(text)) {
                return backend;
            }
        }
        throw new ExtensionConfigurationException(
                "lakecheck.backend '" + text + "' is none; write auto, endpoint, localstack or embedded");
    }

    /** What makes two choices the same server. */
    ServerChoice withoutWhy() {
        return new ServerChoice(backend, detail, Optional.empty());
    }

    LakeServer start() {
        return switch (backend) {
            case ENDPOINT -> GivenServer.at(detail);
            case LOCALSTACK -> LocalStackServer.start(detail);
            default -> EmbeddedServer.start();
        };
    }
}
