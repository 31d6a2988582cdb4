// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on the loopback interface that records requests. */
final class Site implements AutoCloseable {

    /** The policy that Jenkins sends with build artifacts by default. */
    static final String JENKINS = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';";

    private final HttpServer server;
    private final Optional<String> policy;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> requested = new CopyOnWriteArrayList<>();

    private Site(HttpServer server, Optional<String> policy) {
        this.server = server;
        this.policy = policy;
    }

    /** @param policy the Content-Security-Policy header to send with every file */
    static Site open(Optional<String> policy) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Site site = new Site(server, policy);
        server.createContext("/", site::answer);
        server.start();
        return site;
    }

    Site with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    Site with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Returns the paths of the files that were requested and exist. */
    List<String> requested() {
        return List.copyOf(requested);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            body.readAllBytes();
            String path = exchange.getRequestURI().getPath();
            byte[] content = files.get(path);
            policy.ifPresent(value -> exchange.getResponseHeaders().set("Content-Security-Policy", value));
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            requested.add(path);
            exchange.getResponseHeaders().set("Content-Type", type(path));
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private static String type(String path) {
        return path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "text/html";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
