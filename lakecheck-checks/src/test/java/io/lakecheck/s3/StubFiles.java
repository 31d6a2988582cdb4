// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lakecheck.delivery.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A server on the loopback interface that stores files like S3, with path-style addresses. Thread-safe. */
public final class StubFiles implements AutoCloseable {

    private final HttpServer server;
    private final NavigableMap<String, String> files = new ConcurrentSkipListMap<>();
    private volatile @Nullable String rejection;
    private volatile boolean onlyReading;
    private final AtomicBoolean conflict = new AtomicBoolean();

    public StubFiles() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Rejects all further requests with status 403 and the given error code. */
    public void reject(String code) {
        rejection = code;
    }

    /** Rejects all further write requests. */
    public void onlyReading() {
        onlyReading = true;
    }

    /** Responds to the next request that creates a file as if a concurrent request had interfered. */
    public void conflictOnce() {
        conflict.set(true);
    }

    /** Returns the content of all files by bucket and key, for example {@code bucket/folder/file}. */
    public Map<String, String> files() {
        return files;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Connection connection() {
        return new Connection(Optional.of(endpoint()), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String file = exchange.getRequestURI().getPath().substring(1);
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean reads = exchange.getRequestMethod().equals("GET");
        String code = onlyReading && !reads ? "AccessDenied" : rejection;
        if (code != null) {
            respond(exchange, 403, S3Xml.error(code, "not possible"));
        } else if (reads) {
            String content = files.get(file);
            exchange.getResponseHeaders().add("ETag", "\"etag-of-" + (content == null ? 0 : content.length()) + "\"");
            respond(
                    exchange,
                    content == null ? 404 : 200,
                    content == null ? S3Xml.error("NoSuchKey", "The specified key does not exist.") : content);
        } else if (exchange.getRequestHeaders().containsKey("If-None-Match") && conflict.getAndSet(false)) {
            respond(exchange, 409, S3Xml.error("ConditionalRequestConflict", "Upload again."));
        } else if (exchange.getRequestHeaders().containsKey("If-None-Match") && files.containsKey(file)) {
            respond(exchange, 412, S3Xml.error("PreconditionFailed", "The file exists."));
        } else {
            files.put(file, content(exchange, new String(body, StandardCharsets.UTF_8)));
            respond(exchange, 200, "");
        }
    }

    /** Returns the content of an upload. The SDK sends a short file as a single signed chunk. */
    private static String content(HttpExchange exchange, String body) {
        String length = exchange.getRequestHeaders().getFirst("x-amz-decoded-content-length");
        return length == null ? body : body.substring(body.indexOf("\r\n") + 2).split("\r\n0;chunk-signature", 2)[0];
    }

    private static void respond(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
