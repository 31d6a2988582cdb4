// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The server for a {@link LocalLake}. It starts when it is first needed and runs until all tests are done. */
public enum Backend {
    /**
     * The backend that the configuration parameter {@code lakecheck.backend} sets. If it is not set: {@link #ENDPOINT}
     * if an endpoint is set, {@link #LOCALSTACK} if Docker already has its image (images are never pulled), or else
     * {@link #EMBEDDED}. One line on the console shows the server, its address and why it was chosen.
     */
    AUTO,
    /**
     * The S3-compatible server at {@code LAKECHECK_ENDPOINT} (or {@code lakecheck.endpoint}), with credentials from the
     * AWS SDK's default provider chain.
     */
    ENDPOINT,
    /** LocalStack in Docker, started by Testcontainers, with S3, CloudWatch, SNS and SQS. */
    LOCALSTACK,
    /**
     * An S3 server in the test JVM, on 127.0.0.1. It records the order of all writes, no matter which client sent them.
     */
    EMBEDDED
}
