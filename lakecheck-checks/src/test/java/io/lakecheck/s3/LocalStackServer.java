// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.delivery.Connection;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/**
 * The LocalStack server of a test run. It is the server at {@code LAKECHECK_LOCALSTACK_ENDPOINT} or, if the variable is
 * not set and Docker is available, a container. Tests that are marked with {@link NeedsLocalStack} get it as a
 * parameter. Thread-safe.
 */
public final class LocalStackServer implements AutoCloseable {

    /** The last version that does not require a token. */
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    public static final String REGION = "eu-west-1";

    private final URI endpoint;
    private final Optional<LocalStackContainer> container;
    private final S3Client s3;
    private final Set<String> buckets = ConcurrentHashMap.newKeySet();

    private LocalStackServer(URI endpoint, Optional<LocalStackContainer> container) {
        this.endpoint = endpoint;
        this.container = container;
        this.s3 = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Finds or starts a server. The result is empty if there is neither an endpoint nor Docker. */
    static Optional<LocalStackServer> find() {
        Optional<LocalStackServer> given = Optional.ofNullable(System.getenv("LAKECHECK_LOCALSTACK_ENDPOINT"))
                .map(endpoint -> new LocalStackServer(URI.create(endpoint), Optional.empty()));
        return given.or(
                () -> DockerClientFactory.instance().isDockerAvailable() ? Optional.of(inDocker()) : Optional.empty());
    }

    // LocalStackServer owns the container and is closed at the end of the run.
    @SuppressWarnings("resource")
    private static LocalStackServer inDocker() {
        LocalStackContainer container = new LocalStackContainer(IMAGE).withEnv("AWS_DEFAULT_REGION", REGION);
        container.start();
        return new LocalStackServer(container.getEndpoint(), Optional.of(container));
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Returns the connection settings for a suite. LocalStack accepts any credentials in the environment. */
    public Connection connection() {
        return new Connection(
                Optional.of(endpoint.toString()), Optional.of(REGION), Optional.empty(), Optional.empty());
    }

    /** Returns a client for writing test data. */
    public S3Client s3() {
        return s3;
    }

    /** Returns the bucket for a test class. The first call creates it. */
    public String bucket(Class<?> owner) {
        String name =
                owner.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        if (buckets.add(name)) {
            try {
                s3.createBucket(bucket ->
                        bucket.bucket(name).createBucketConfiguration(location -> location.locationConstraint(REGION)));
            } catch (BucketAlreadyOwnedByYouException fromAnEarlierRun) {
                // A server that this run did not start keeps its buckets. Each test uses its own folder.
            }
        }
        return name;
    }

    @Override
    public void close() {
        s3.close();
        container.ifPresent(LocalStackContainer::stop);
    }
}
