// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The settings that determine the server of a test. What the test sets takes precedence over the settings of the run.
 * The phrases for the console state which setting applies and which ones it overrides.
 *
 * @param testBackend the backend that the test's setup requests
 * @param testImage the Docker image that the test's setup requests, or an empty string if it requests none
 * @param run the settings of the test run
 */
record ServerSettings(Backend testBackend, String testImage, JUnitSettings run) {

    private static final String BACKEND = "lakecheck.backend";
    private static final String ENDPOINT = "lakecheck.endpoint";
    private static final String IMAGE = "lakecheck.localstack.image";

    /** @throws ExtensionConfigurationException if the backend is unknown */
    Backend backend() {
        return testBackend == Backend.AUTO
                ? run.apply(BACKEND).map(ServerSettings::parse).orElse(Backend.AUTO)
                : testBackend;
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

    Optional<String> endpoint() {
        return run.apply(ENDPOINT);
    }

    /** Returns the Docker image for LocalStack. */
    String image() {
        return testImage.isEmpty() ? run.apply(IMAGE).orElse(LocalStackServer.DEFAULT_IMAGE) : testImage;
    }

    /** Returns a phrase about the backend, or an empty string if none is set or {@code auto} overrides nothing. */
    String aboutBackend() {
        List<String> overridden =
                new ArrayList<>(run.overridden(BACKEND, backend().name()));
        if (backend() == Backend.EMBEDDED || backend() == Backend.LOCALSTACK) {
            overridden.addAll(run.overridden(ENDPOINT, ""));
        }
        if (testBackend != Backend.AUTO) {
            return phrase("the test sets the backend", overridden);
        }
        boolean isSet = backend() != Backend.AUTO || !overridden.isEmpty();
        return isSet ? phrase(run.origin(BACKEND), overridden) : "";
    }

    /** Returns a phrase about the endpoint, or an empty string if no endpoint is set. */
    String aboutEndpoint() {
        return endpoint()
                .map(address -> phrase(run.origin(ENDPOINT), run.overridden(ENDPOINT, address)))
                .orElse("");
    }

    /** Returns a phrase about the endpoint that a {@link LakeFixture} sets. */
    static String aboutEndpointOfFixture(String address, JUnitSettings run) {
        return phrase(
                "LakeFixture sets its address",
                Stream.of(run.overridden(BACKEND, Backend.ENDPOINT.name()), run.overridden(ENDPOINT, address))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Returns a phrase about the Docker image, or an empty string if no image is set. */
    String aboutImage() {
        if (!testImage.isEmpty()) {
            return phrase("the test sets the image", run.overridden(IMAGE, testImage));
        }
        return run.apply(IMAGE)
                .map(image -> phrase(run.origin(IMAGE), run.overridden(IMAGE, image)))
                .orElse("");
    }

    private static String phrase(String applied, List<String> overridden) {
        return overridden.isEmpty() ? applied : applied + ", which overrides " + String.join(" and ", overridden);
    }

    /** Joins phrases that are not empty. */
    static String joined(String... phrases) {
        return Stream.of(phrases).filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
    }
}
