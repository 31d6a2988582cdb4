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
 * The LocalStack of a test run: the server at {@code LAKECHECK_LOCALSTACK_ENDPOINT}, or else a container if Docker is
 * available. Tests get it with {@link NeedsLocalStack} and a parameter of this type. Safe for many threads.
 */
public final class LocalStackServer implements AutoCloseable {

    /** The last version that needs no token. */
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

    /** Finds or starts a server; empty if there is neither an endpoint nor Docker. */
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

    /** Returns the connection for a suite. LocalStack accepts any credentials of the environment. */
    public Connection connection() {
        return new Connection(
                Optional.of(endpoint.toString()), Optional.of(REGION), Optional.empty(), Optional.empty());
    }

    /** Returns a client to write test data with. */
    public S3Client s3() {
        return s3;
    }

    /** Returns the bucket of a test class, creating it on the first call. */
    public String bucket(Class<?> owner) {
        String name =
                owner.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        if (buckets.add(name)) {
            try {
                s3.createBucket(bucket ->
                        bucket.bucket(name).createBucketConfiguration(location -> location.locationConstraint(REGION)));
            } catch (BucketAlreadyOwnedByYouException fromAnEarlierRun) {
                // A given server outlives the run; each test uses a folder of its own.
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
