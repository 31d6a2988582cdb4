// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * Sets system properties for the JDK's HTTP server, which reads them only when the first server in the JVM is created.
 * The properties are set just for that moment, and only if the user has not set them.
 */
final class ServerProperties {

    /**
     * The properties and their values. Without {@code nodelay}, each response is delayed by 40 ms, because TCP waits
     * for an acknowledgment of the headers. The other two keep idle connections open: if the server closed one just as
     * a client reused it, the request would fail.
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
