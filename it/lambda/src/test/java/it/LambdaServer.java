// SPDX-License-Identifier: Apache-2.0
package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.BindMode;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A LocalStack container that can run Lambda functions. The environment variables {@code LAMBDA_INIT},
 * {@code LAMBDA_INIT_TARGET} and {@code LAMBDA_RUNTIME_IMAGE_MAPPING} specify the files that it would otherwise
 * download.
 */
final class LambdaServer {

    static final Region REGION = Region.EU_WEST_1;

    private static final class Shared {
        static final LambdaServer SERVER = new LambdaServer();
    }

    private final LocalStackContainer container;
    private final LambdaClient lambda;

    private LambdaServer() {
        container = new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
                .withFileSystemBind(
                        System.getenv("LAMBDA_INIT"), System.getenv("LAMBDA_INIT_TARGET"), BindMode.READ_ONLY)
                .withEnv("LAMBDA_RUNTIME_IMAGE_MAPPING", System.getenv("LAMBDA_RUNTIME_IMAGE_MAPPING"))
                .withEnv("SERVICES", "lambda,s3,sqs,sns,cloudwatch,logs,events,scheduler,stepfunctions,iam,sts");
        container.start();
        createEventBus();
        lambda = client(LambdaClient.builder());
    }

    /** Returns the server that several tests share. It starts on first use and stops when the JVM exits. */
    static LambdaServer shared() {
        return Shared.SERVER;
    }

    /**
     * Lists the rules of EventBridge, which creates the default event bus. If the first requests are concurrent ones
     * that create rules, LocalStack creates several buses and loses rules.
     */
    private void createEventBus() {
        HttpRequest list = HttpRequest.newBuilder(endpoint())
                .header("X-Amz-Target", "AWSEvents.ListRules")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/" + REGION + "/events/aws4_request")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(list, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Skips the test if no server can be started, unless one is required. */
    static void require(String tested) {
        missing().ifPresent(why -> {
            if ("required".equals(System.getProperty("lakecheck.lambda"))) {
                throw new IllegalStateException("a server for Lambda functions is required, but " + why);
            }
            System.err.println("**** SKIPPED on LocalStack: " + tested + " (" + why + ") ****");
            Assumptions.abort(why);
        });
    }

    /** Returns the reason why the server can't be started, or empty if it can. */
    private static Optional<String> missing() {
        if (System.getenv("LAMBDA_INIT") == null) {
            return Optional.of("LAMBDA_INIT is not set");
        }
        return DockerClientFactory.instance().isDockerAvailable()
                ? Optional.empty()
                : Optional.of("Docker is not available");
    }

    /** Returns whether a condition becomes true in time. */
    static boolean holdsWithin(Duration limit, BooleanSupplier condition) {
        Instant end = Clock.systemUTC().instant().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Clock.systemUTC().instant().isAfter(end)) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
        return true;
    }

    URI endpoint() {
        return container.getEndpoint();
    }

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint())
                .region(REGION)
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(3)))
                .overrideConfiguration(overrides -> overrides.apiCallTimeout(Duration.ofMinutes(4)))
                .build();
    }

    LambdaClient lambda() {
        return lambda;
    }

    /**
     * Creates a function and returns its ARN.
     *
     * @param variables the function's environment variables
     */
    String create(String name, byte[] zip, Map<String, String> variables) {
        lambda.createFunction(create -> create.functionName(name)
                .runtime(Runtime.JAVA17)
                .handler("io.lakecheck.lambda.LakecheckHandler")
                .role("arn:aws:iam::000000000000:role/lambda")
                .memorySize(512)
                .timeout(120)
                .environment(environment -> environment.variables(variables))
                .code(code -> code.zipFile(SdkBytes.fromByteArray(zip))));
        lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName(name));
        return lambda.getFunction(get -> get.functionName(name)).configuration().functionArn();
    }

    InvokeResponse invoke(String name, String event) {
        return lambda.invoke(
                invoke -> invoke.functionName(name).logType(LogType.TAIL).payload(SdkBytes.fromUtf8String(event)));
    }

    static String text(InvokeResponse response) {
        return response.payload().asString(StandardCharsets.UTF_8);
    }

    /** Returns whether a queue contains no messages, not even ones that are being processed or delayed. */
    boolean isEmpty(SqsClient sqs, String queue) {
        String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
        return sqs
                .getQueueAttributes(get -> get.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .allMatch("0"::equals);
    }

    /** Returns up to ten messages of a queue, and waits up to five seconds for the first one. */
    List<String> messages(SqsClient sqs, String queue) {
        String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
        return sqs
                .receiveMessage(
                        receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(5))
                .messages()
                .stream()
                .map(Message::body)
                .toList();
    }

    void createBucket(S3Client s3, String bucket) {
        s3.createBucket(create ->
                create.bucket(bucket).createBucketConfiguration(location -> location.locationConstraint(REGION.id())));
    }

    void delete(String function) {
        lambda.deleteFunction(delete -> delete.functionName(function));
    }
}
