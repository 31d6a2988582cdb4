// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server with Lambda's Runtime API, from which a function's process gets its events. For one process. */
final class RuntimeApi implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> responses = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ready = new LinkedBlockingQueue<>();

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/2018-06-01/runtime/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits until the function is initialized. */
    void awaitInitialized() throws InterruptedException {
        await(ready);
    }

    /** Sends an event to the function and returns its response. */
    String invoke(String event) throws InterruptedException {
        events.add(event);
        return await(responses);
    }

    private static String await(BlockingQueue<String> queue) throws InterruptedException {
        String text = queue.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        if (text == null) {
            throw new IllegalStateException("the function did not respond in " + TIMEOUT);
        }
        return text;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/restore/next")) {
                send(exchange, 200, "");
            } else if (path.endsWith("/invocation/next")) {
                ready.add("");
                next(exchange);
            } else {
                responses.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                send(exchange, 202, "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        String event = events.take();
        long deadline = Clock.systemUTC().millis() + TIMEOUT.toMillis();
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "request-" + System.nanoTime());
        exchange.getResponseHeaders().set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:lakecheck");
        send(exchange, 200, event);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
