// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.aws.AwsApi;
import io.lakecheck.aws.AwsErrors;
import io.lakecheck.aws.AwsException;
import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.LakeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * A folder of small files in S3, for example a suite or the reports of runs. Unlike the objects in a lake, which are
 * only listed, these files are read and written.
 */
public final class S3Folder implements AutoCloseable {

    private static final int CREATE_ATTEMPTS = 3;
    private static final int OK = 200;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final S3Location folder;
    private final S3Client client;
    private final ScheduledExecutorService timer;

    private S3Folder(S3Location folder, S3Client client, ScheduledExecutorService timer) {
        this.folder = folder;
        this.client = client;
        this.timer = timer;
    }

    /**
     * A file's content.
     *
     * @param bytes the content, truncated to the limit that was passed to {@link S3Folder#read}
     * @param etag the ETag, without quotes
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Content(byte[] bytes, String etag) {}

    /**
     * Returns the folder at an S3 URI such as {@code s3://bucket/folder/}. Sends no request.
     *
     * @throws LakeException if the URI is invalid or no region is set
     */
    public static S3Folder at(String address, Connection connection) {
        S3Location location = S3Location.at(address.endsWith("/") ? address : address + "/");
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lakecheck-files-timer");
            thread.setDaemon(true);
            return thread;
        });
        return new S3Folder(location, new S3Access(connection, S3Timeouts.DEFAULT).client(timer), timer);
    }

    /**
     * Returns the content of a file, or empty if the file does not exist.
     *
     * @param limit the maximum number of bytes to read; the rest of the file is ignored
     * @throws LakeException if the file can't be read
     */
    public Optional<Content> read(String name, int limit) {
        return call(name, "reading", "s3:GetObject", () -> {
            try (ResponseInputStream<GetObjectResponse> in =
                    client.getObject(get -> get.bucket(folder.bucket()).key(key(name)))) {
                byte[] bytes = in.readNBytes(limit);
                in.abort();
                return Optional.of(new Content(bytes, in.response().eTag().replace("\"", "")));
            } catch (AwsServiceException e) {
                if (AwsErrors.code(e).equals("NoSuchKey")) {
                    return Optional.empty();
                }
                throw e;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Writes a file, replacing any existing one.
     *
     * @throws LakeException if the file can't be written
     */
    public void write(String name, byte[] content, String contentType) {
        call(
                name,
                "writing",
                "s3:PutObject",
                () -> client.putObject(
                        put -> put.bucket(folder.bucket()).key(key(name)).contentType(contentType),
                        RequestBody.fromBytes(content)));
    }

    /**
     * Writes a file unless it already exists. If there are several concurrent calls, only one succeeds.
     *
     * @return whether the file was written
     * @throws LakeException if the file can't be written
     */
    public boolean create(String name, byte[] content) {
        return call(name, "writing", "s3:PutObject", () -> {
            int status = CONFLICT;
            for (int attempt = 0; attempt < CREATE_ATTEMPTS && status == CONFLICT; attempt++) {
                status = tryCreate(name, content);
            }
            return status == OK;
        });
    }

    /** Returns the status of the response. After a conflict with a concurrent request, the file may not exist. */
    private int tryCreate(String name, byte[] content) {
        try {
            client.putObject(
                    put -> put.bucket(folder.bucket()).key(key(name)).ifNoneMatch("*"), RequestBody.fromBytes(content));
            return OK;
        } catch (AwsServiceException e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                return e.statusCode();
            }
            throw e;
        }
    }

    private String key(String name) {
        return folder.prefix() + name;
    }

    private <T> T call(String name, String verb, String permission, Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            AwsErrors errors = AwsErrors.of(AwsApi.S3, client.serviceClientConfiguration());
            String region = client.serviceClientConfiguration().region().id();
            AwsException explained = errors.explain(
                    e, new FileRejections(folder.below(name), verb, permission, errors.server(), region)::explain);
            throw new LakeException(explained.reason(), explained.getMessage(), e);
        }
    }

    /** Returns the S3 URI of a file or subfolder in this folder. */
    public String address(String name) {
        return "s3://" + folder.bucket() + "/" + key(name);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.close();
    }
}
