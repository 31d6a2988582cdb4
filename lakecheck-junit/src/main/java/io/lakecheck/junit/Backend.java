// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The server behind a {@link LocalLake}. One is started for the whole run, when it is first needed. */
public enum Backend {
    /**
     * What the configuration parameter {@code lakecheck.backend} says; else {@link #ENDPOINT} where one is given; else
     * {@link #LOCALSTACK} where Docker answers within two seconds; else {@link #EMBEDDED}. Says in one line which and
     * why.
     */
    AUTO,
    /**
     * The S3-compatible server at {@code LAKECHECK_ENDPOINT} (or {@code lakecheck.endpoint}), with the SDK's own
     * credentials.
     */
    ENDPOINT,
    /** LocalStack in Docker, through Testcontainers: S3, CloudWatch, SNS and SQS. */
    LOCALSTACK,
    /** S3 alone, in this JVM and its memory. */
    EMBEDDED
}
