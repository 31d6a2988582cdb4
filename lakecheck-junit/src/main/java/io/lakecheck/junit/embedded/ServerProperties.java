// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * The system properties for the JDK's HTTP server, which reads them once, when the JVM creates its first server. They
 * are set only for that moment, and only if the user has not set them.
 */
final class ServerProperties {

    /**
     * Without {@code nodelay}, each response waits for a delayed acknowledgement of its header, which takes 40 ms. The
     * other two keep idle connections open, because a client that reuses one just when the server closes it would fail.
     */
    private static final Map<String, String> VALUES = Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.idleInterval", "3600",
            "sun.net.httpserver.maxIdleConnections", "10000");

    private ServerProperties() {}

    static synchronized HttpServer create(InetSocketAddress address) throws IOException {
        Map<String, String> added = new HashMap<>(VALUES);
        added.keySet().removeIf(name -> System.getProperty(name) != null);
        added.forEach(System::setProperty);
        try {
            return HttpServer.create(address, 0);
        } finally {
            added.keySet().forEach(System::clearProperty);
        }
    }
}
