// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;

class LocalStackServerTest {

    /** The image is not public in Testcontainers, so it is read from the constants of its class. */
    @Test
    void the_image_that_removes_containers_is_the_one_of_testcontainers() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                GenericContainer.class.getResourceAsStream("/org/testcontainers/utility/RyukContainer.class"))) {
            String constants = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(Pattern.compile("testcontainers/ryuk:[\\w.]+")
                            .matcher(constants)
                            .results())
                    .extracting(MatchResult::group)
                    .containsExactly(LocalStackServer.RYUK);
        }
    }
}
