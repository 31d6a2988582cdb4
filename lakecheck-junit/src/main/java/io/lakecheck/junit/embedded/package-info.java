// SPDX-License-Identifier: Apache-2.0
/**
 * An S3 server in the JVM of the tests, built on the JDK's HTTP server alone, so that it adds no library to a build
 * that uses it. {@link io.lakecheck.junit.embedded.EmbeddedS3} starts it; {@code S3Handler} answers requests,
 * {@code Operations} lists what is implemented, {@code ObjectStore} holds the objects.
 */
@NullMarked
package io.lakecheck.junit.embedded;

import org.jspecify.annotations.NullMarked;
