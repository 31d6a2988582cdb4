// SPDX-License-Identifier: Apache-2.0
/**
 * An S3 server that runs in the JVM of the tests. It is based on the JDK's HTTP server, so that it adds no libraries to
 * the builds that use it. {@link io.lakecheck.junit.embedded.EmbeddedS3} starts the server, {@code S3Handler} handles
 * requests, {@code Operations} lists the operations that are implemented, and {@code ObjectStore} contains the objects.
 */
@NullMarked
package io.lakecheck.junit.embedded;

import org.jspecify.annotations.NullMarked;
