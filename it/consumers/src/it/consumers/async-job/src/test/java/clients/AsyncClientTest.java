// SPDX-License-Identifier: Apache-2.0
package clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.junit.embedded.EmbeddedS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** The asynchronous client, which uses Netty, and the transfer manager on top of it. */
class AsyncClientTest {

    private EmbeddedS3 server;
    private S3AsyncClient s3;

    @BeforeEach
    void start() {
        server = EmbeddedS3.start();
        s3 = Clients.configure(S3AsyncClient.builder(), server).build();
        s3.createBucket(each -> each.bucket("lake")).join();
    }

    @AfterEach
    void close() {
        s3.close();
        server.close();
    }

    @Test
    void many_requests_run_at_the_same_time() {
        List<CompletableFuture<String>> texts = IntStream.range(0, 200)
                .mapToObj(i -> s3.putObject(
                                each -> each.bucket("lake").key("key " + i), AsyncRequestBody.fromString("n" + i))
                        .thenCompose(put -> s3.getObject(
                                each -> each.bucket("lake").key("key " + i), AsyncResponseTransformer.toBytes()))
                        .thenApply(bytes -> bytes.asUtf8String()))
                .toList();

        for (int i = 0; i < texts.size(); i++) {
            assertThat(texts.get(i).join()).isEqualTo("n" + i);
        }
    }

    @Test
    void a_large_object_travels_in_parts() {
        byte[] bytes = random(20 * 1024 * 1024);

        try (S3AsyncClient inParts = Clients.configure(S3AsyncClient.builder(), server)
                .multipartEnabled(true)
                .build()) {
            inParts.putObject(each -> each.bucket("lake").key("large"), AsyncRequestBody.fromBytes(bytes))
                    .join();
        }

        assertThat(s3.getObject(each -> each.bucket("lake").key("large"), AsyncResponseTransformer.toBytes())
                        .join()
                        .asByteArray())
                .isEqualTo(bytes);
    }

    @Test
    void the_transfer_manager_moves_files(@TempDir Path folder) throws IOException {
        Path source = Files.write(folder.resolve("source"), random(20 * 1024 * 1024));
        Path target = folder.resolve("target");

        try (S3TransferManager transfer =
                S3TransferManager.builder().s3Client(s3).build()) {
            transfer.uploadFile(each -> each.source(source)
                            .putObjectRequest(put -> put.bucket("lake").key("file")))
                    .completionFuture()
                    .join();
            transfer.copy(each -> each.copyObjectRequest(copy -> copy.sourceBucket("lake")
                            .sourceKey("file")
                            .destinationBucket("lake")
                            .destinationKey("copy")))
                    .completionFuture()
                    .join();
            transfer.downloadFile(each -> each.destination(target)
                            .getObjectRequest(get -> get.bucket("lake").key("copy")))
                    .completionFuture()
                    .join();
        }

        assertThat(target).hasSameBinaryContentAs(source);
    }

    @Test
    void the_transfer_manager_moves_folders(@TempDir Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.createDirectories(source.resolve("dt=2026-01-02"));
        Files.writeString(source.resolve("dt=2026-01-02/part-0"), "rows");
        Files.createFile(source.resolve("dt=2026-01-02/_SUCCESS"));
        Path target = folder.resolve("target");

        try (S3TransferManager transfer =
                S3TransferManager.builder().s3Client(s3).build()) {
            assertThat(transfer.uploadDirectory(
                                    each -> each.source(source).bucket("lake").s3Prefix("kpi"))
                            .completionFuture()
                            .join()
                            .failedTransfers())
                    .isEmpty();
            assertThat(transfer.downloadDirectory(
                                    each -> each.destination(target).bucket("lake"))
                            .completionFuture()
                            .join()
                            .failedTransfers())
                    .isEmpty();
        }

        assertThat(target.resolve("kpi/dt=2026-01-02/part-0")).hasContent("rows");
        assertThat(target.resolve("kpi/dt=2026-01-02/_SUCCESS")).isEmptyFile();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
