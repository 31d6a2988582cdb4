// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lakecheck.delivery.Connection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/**
 * A server on the loopback interface that takes the place of CloudWatch. It sends scripted responses and records the
 * requests.
 */
final class StubCloudWatch implements AutoCloseable {

    /** Responds to a request. {@code count} is the number of requests so far, including this one. */
    interface Answer {
        void to(HttpExchange exchange, byte[] body, int count) throws IOException;
    }

    /**
     * A received request.
     *
     * @param gzipped whether the body was compressed
     * @param sent the length of the body as sent, in bytes
     * @param unpacked the length of the uncompressed body, in bytes
     * @param signature the header that contains the access key, the region and the date
     */
    record Request(boolean gzipped, int sent, int unpacked, String signature) {}

    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    StubCloudWatch(Answer answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            answer.to(exchange, body, remember(exchange, body));
        });
        server.start();
    }

    /** Returns a server that accepts every request. */
    static StubCloudWatch accepting() {
        return new StubCloudWatch((exchange, body, count) -> accept(exchange));
    }

    /** Returns a server that rejects every request with an error in CloudWatch's format. */
    static StubCloudWatch rejecting(int status, String code, String message) {
        return new StubCloudWatch((exchange, body, count) -> reject(exchange, status, code, message));
    }

    /** Returns a server that never responds. */
    static StubCloudWatch hanging() {
        StubCloudWatch[] self = new StubCloudWatch[1];
        self[0] = new StubCloudWatch((exchange, body, count) -> self[0].hang());
        return self[0];
    }

    /** Returns a server that sends single characters, but never a whole response. */
    static StubCloudWatch trickling() {
        StubCloudWatch[] self = new StubCloudWatch[1];
        self[0] = new StubCloudWatch((exchange, body, count) -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            while (!self[0].isClosedWithin(50)) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
            }
        });
        return self[0];
    }

    /** Returns a server that closes the connection on every request. */
    static StubCloudWatch closing() {
        return new StubCloudWatch((exchange, body, count) -> exchange.close());
    }

    /** Returns a server that forwards every request to another server. */
    static StubCloudWatch before(URI server) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new StubCloudWatch((exchange, body, count) -> forward(client, server, exchange, body));
    }

    static void accept(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-RequestId", "7");
        exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
        exchange.getResponseHeaders().set("Content-Type", "application/cbor");
        answer(exchange, 200, new byte[] {(byte) 0xa0});
    }

    static void reject(HttpExchange exchange, int status, String code, String message) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-RequestId", "7");
        exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
        exchange.getResponseHeaders().set("x-amzn-query-error", code + ";Sender");
        exchange.getResponseHeaders().set("Content-Type", "application/cbor");
        answer(exchange, status, Cbor.map("__type", "com.amazonaws#" + code, "message", message));
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    Connection connection() {
        return new Connection(
                Optional.of("http://localhost:" + server.getAddress().getPort()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private int remember(HttpExchange exchange, byte[] body) throws IOException {
        boolean gzipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = new ByteArrayInputStream(body);
                InputStream unpacked = gzipped ? new GZIPInputStream(in) : in) {
            requests.add(new Request(
                    gzipped,
                    body.length,
                    unpacked.readAllBytes().length,
                    exchange.getRequestHeaders().getFirst("Authorization")));
        }
        return requests.size();
    }

    private void hang() throws IOException {
        if (!isClosedWithin(60_000)) {
            throw new IOException("the stub was not closed");
        }
    }

    private boolean isClosedWithin(long millis) throws IOException {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void forward(HttpClient client, URI server, HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!List.of("Host", "Connection", "Content-length").contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> exchange.getResponseHeaders()
                    .put(name, values));
            exchange.getResponseHeaders().remove("Content-Length");
            answer(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** An encoder for the part of CBOR (RFC 8949) that errors require. */
    private static final class Cbor {

        static byte[] map(String... pairs) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(0xa0 + pairs.length / 2);
            for (String text : pairs) {
                byte[] bytes = text.getBytes(UTF_8);
                out.write(0x79);
                out.write(bytes.length >> 8);
                out.write(bytes.length & 0xff);
                out.write(bytes);
            }
            return out.toByteArray();
        }
    }
}
