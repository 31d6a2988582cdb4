// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook on the loopback interface. It records requests and sends a scripted response. */
public final class StubWebhook implements AutoCloseable {

    /** The secret part of the URL, which must never appear in a message. */
    static final String SECRET = "T0K3N-of-the-channel";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> types = new CopyOnWriteArrayList<>();

    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private StubWebhook(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    public static StubWebhook open() throws IOException {
        return answering(exchange -> exchange.sendResponseHeaders(200, -1));
    }

    static StubWebhook answering(int status) throws IOException {
        return answering(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://localhost:1/" + SECRET);
            byte[] echo = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, echo.length);
            exchange.getResponseBody().write(echo);
        });
    }

    /** Returns a webhook that receives requests but never responds. */
    static StubWebhook silent() throws IOException {
        StubWebhook webhook = new StubWebhook(server());
        return webhook.start(exchange -> webhook.closed.await());
    }

    /** Returns a webhook that starts a response but never ends it. */
    static StubWebhook trickling() throws IOException {
        StubWebhook webhook = new StubWebhook(server());
        return webhook.start(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            webhook.closed.await();
        });
    }

    private static StubWebhook answering(Answer answer) throws IOException {
        return new StubWebhook(server()).start(answer);
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private StubWebhook start(Answer answer) {
        server.createContext("/", exchange -> {
            try (exchange) {
                types.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                answer.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return this;
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/services/" + SECRET;
    }

    public List<String> bodies() {
        return bodies;
    }

    List<String> types() {
        return types;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
