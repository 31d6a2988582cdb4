// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.junit.embedded.EmbeddedS3;
import io.lakecheck.lake.Lake;
import java.net.URI;
import java.util.OptionalLong;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/** The S3 server in the test JVM. It supports only S3, and records the order of all writes. */
final class EmbeddedServer implements LakeServer {

    private final EmbeddedS3 s3;

    private EmbeddedServer(EmbeddedS3 s3) {
        this.s3 = s3;
    }

    static EmbeddedServer start() {
        return new EmbeddedServer(EmbeddedS3.start());
    }

    @Override
    public URI endpoint() {
        return s3.endpoint();
    }

    /** Returns no credentials, because the server verifies no signatures, and signing requests takes time. */
    @Override
    public AwsCredentialsProvider clientCredentials() {
        return AnonymousCredentialsProvider.create();
    }

    @Override
    public OptionalLong writeNumber(String bucket, String key) {
        return s3.writeNumber(bucket, key);
    }

    @Override
    public boolean numbersWrites() {
        return true;
    }

    @Override
    public BucketAccess buckets(S3Client client) {
        return new EmbeddedBucketAccess(s3);
    }

    @Override
    public Lake lake(S3Client client) {
        return new EmbeddedLake(s3, client);
    }

    @Override
    public void close() {
        s3.close();
    }

    @Override
    public String toString() {
        return "the embedded S3 server";
    }
}
