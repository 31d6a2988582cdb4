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

/** A webhook on this machine alone that keeps what it is sent, and answers as it is told to. */
public final class Mailbox implements AutoCloseable {

    /** Nobody may ever read this in what we say. */
    static final String SECRET = "T0K3N-of-the-channel";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final List<String> types = new CopyOnWriteArrayList<>();

    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private Mailbox(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    public static Mailbox open() throws IOException {
        return answering(exchange -> exchange.sendResponseHeaders(200, -1));
    }

    static Mailbox answering(int status) throws IOException {
        return answering(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://localhost:1/" + SECRET);
            byte[] echo = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, echo.length);
            exchange.getResponseBody().write(echo);
        });
    }

    /** Takes the letter and never answers. */
    static Mailbox silent() throws IOException {
        Mailbox mailbox = new Mailbox(server());
        return mailbox.start(exchange -> mailbox.closed.await());
    }

    /** Begins an answer and never ends it. */
    static Mailbox trickling() throws IOException {
        Mailbox mailbox = new Mailbox(server());
        return mailbox.start(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            mailbox.closed.await();
        });
    }

    private static Mailbox answering(Answer answer) throws IOException {
        return new Mailbox(server()).start(answer);
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private Mailbox start(Answer answer) {
        server.createContext("/", exchange -> {
            try (exchange) {
                types.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
                letters.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
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

    public List<String> letters() {
        return letters;
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
