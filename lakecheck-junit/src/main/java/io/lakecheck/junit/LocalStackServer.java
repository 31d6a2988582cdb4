// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** A running LocalStack container. */
final class LocalStackServer implements LakeServer {

    static final OptionalLibrary LIBRARY =
            new OptionalLibrary("org.testcontainers.localstack.LocalStackContainer", """
            <dependency>
              <groupId>org.testcontainers</groupId>
              <artifactId>testcontainers-localstack</artifactId>
              <version>2.0.5</version>
              <scope>test</scope>
            </dependency>
            """);

    /** The most recent image that works without an authentication token. */
    static final String DEFAULT_IMAGE = "localstack/localstack:4.14.0";

    /**
     * The image with which Testcontainers removes containers if the JVM is killed. The tag depends on the version of
     * Testcontainers.
     */
    static final String RYUK = "testcontainers/ryuk:0.14.0";

    private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

    private final LocalStackContainer container;
    private final String image;

    private LocalStackServer(LocalStackContainer container, String image) {
        this.container = container;
        this.image = image;
    }

    // The container is not closed here, because the server closes it.
    @SuppressWarnings("resource")
    static LocalStackServer start(String image) {
        LIBRARY.require("LocalStack");
        LocalStackContainer container = new LocalStackContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"))
                .withServices("s3", "cloudwatch", "sns", "sqs");
        Optional.ofNullable(System.getenv(TOKEN)).ifPresent(token -> container.withEnv(TOKEN, token));
        container.start();
        return new LocalStackServer(container, image);
    }

    /** Returns the images that Docker needs to start a container from the given one. */
    static List<String> requiredImages(String image) {
        return "true".equals(System.getenv("TESTCONTAINERS_RYUK_DISABLED")) ? List.of(image) : List.of(image, RYUK);
    }

    @Override
    public URI endpoint() {
        return container.getEndpoint();
    }

    @Override
    public Region region() {
        return Region.of(container.getRegion());
    }

    @Override
    public Optional<CloudWatchClient> cloudWatch() {
        return Optional.of(LakeServer.cloudWatchAt(this));
    }

    @Override
    public void close() {
        container.stop();
    }

    @Override
    public String toString() {
        return image + " in Docker";
    }
}
