// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.net.URI;

/** LocalS3 in this JVM, on a free port. It knows S3 alone and keeps everything in memory. */
final class EmbeddedServer implements LakeServer {

    static final OptionalLibrary LIBRARY = new OptionalLibrary("com.robothy.s3.rest.LocalS3", """
            <dependency>
              <groupId>io.github.robothy</groupId>
              <artifactId>local-s3-rest</artifactId>
              <version>2.4</version>
              <scope>test</scope>
            </dependency>
            """);

    /** Any that is free. */
    private static final int ANY_PORT = -1;

    private final LocalS3 server;

    private EmbeddedServer(LocalS3 server) {
        this.server = server;
    }

    static EmbeddedServer start() {
        LIBRARY.require("the embedded lake");
        LocalS3 server =
                LocalS3.builder().mode(LocalS3Mode.IN_MEMORY).port(ANY_PORT).build();
        server.start();
        return new EmbeddedServer(server);
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
        return "an S3 embedded in this JVM";
    }
}
