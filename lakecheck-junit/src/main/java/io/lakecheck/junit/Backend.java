// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The server for a {@link LocalLake}. It starts when it is first needed and serves the whole run. */
public enum Backend {
    /**
     * The backend set by the configuration parameter {@code lakecheck.backend}; otherwise {@link #ENDPOINT} if an
     * endpoint is set; otherwise {@link #LOCALSTACK} if Docker already has its image, because nothing is ever pulled;
     * otherwise {@link #EMBEDDED}. As for all backends, one line on the console shows the server, its address and why
     * it was chosen.
     */
    AUTO,
    /**
     * The S3-compatible server at {@code LAKECHECK_ENDPOINT} (or {@code lakecheck.endpoint}), with credentials from the
     * AWS SDK's default chain.
     */
    ENDPOINT,
    /** LocalStack in Docker, started by Testcontainers: S3, CloudWatch, SNS and SQS. */
    LOCALSTACK,
    /** An S3 server in the test JVM, on 127.0.0.1. It knows the order of all writes, whichever client sent them. */
    EMBEDDED
}
