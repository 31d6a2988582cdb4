// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import io.netty.util.ResourceLeakDetector;
import java.net.URI;

/** LocalS3 in this JVM, on a free port. It serves S3 only and keeps everything in memory. */
final class EmbeddedServer implements LakeServer {

    static final OptionalLibrary LIBRARY = new OptionalLibrary("com.robothy.s3.rest.LocalS3", """
            <dependency>
              <groupId>io.github.robothy</groupId>
              <artifactId>local-s3-rest</artifactId>
              <version>2.4</version>
              <scope>test</scope>
              <exclusions>
                <exclusion>
                  <groupId>io.netty</groupId>
                  <artifactId>netty-all</artifactId>
                </exclusion>
              </exclusions>
            </dependency>
            <dependency>
              <groupId>io.netty</groupId>
              <artifactId>netty-codec-http</artifactId>
              <version>4.2.12.Final</version>
              <scope>test</scope>
            </dependency>
            """);

    private static final int ANY_FREE_PORT = -1;

    private final LocalS3 server;

    private EmbeddedServer(LocalS3 server) {
        this.server = server;
    }

    static EmbeddedServer start() {
        LIBRARY.require("The embedded S3 server");
        disableLeakReports();
        LocalS3 server = LocalS3.builder()
                .mode(LocalS3Mode.IN_MEMORY)
                .port(ANY_FREE_PORT)
                .build();
        server.start();
        return new EmbeddedServer(server);
    }

    /**
     * Disables Netty's leak detection: LocalS3 leaks small buffers, which would be reported on the console of the
     * build.
     */
    private static void disableLeakReports() {
        if (System.getProperty("io.netty.leakDetection.level") == null) {
            ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        }
    }

    @Override
    public URI endpoint() {
        return URI.create("http://localhost:" + server.getPort());
    }

    @Override
    public void close() {
        server.shutdown();
    }

    @Override
    public String toString() {
        return "the embedded S3 server";
    }
}
