// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that lists one bucket like S3. It responds a fixed time after a request has arrived, no matter how long it
 * takes to create the response. If requests per second are limited, it responds to excess requests with 503 SlowDown.
 * Thread-safe.
 */
final class ListSimulator implements AutoCloseable {

    /** An entry in the log of requests. */
    record Entry(long nanos, String query, int status) {}

    static final String BUCKET = "bench";

    private final byte[][] keys;
    private final long latencyNanos;
    private final RequestLimit limit;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Entry> log = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rejected = new AtomicInteger();

    /** @param perSecond the maximum number of requests per second, or 0 for no limit */
    ListSimulator(byte[][] keys, long latencyMillis, int perSecond) throws IOException {
        this.keys = keys;
        this.latencyNanos = latencyMillis * 1_000_000;
        this.limit = new RequestLimit(perSecond);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the number of keys. */
    int size() {
        return keys.length;
    }

    List<Entry> log() {
        return List.copyOf(log);
    }

    int rejected() {
        return rejected.get();
    }

    void clear() {
        log.clear();
        rejected.set(0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long arrived = System.nanoTime();
        try (exchange) {
            String raw = exchange.getRequestURI().getRawQuery();
            boolean isAccepted = limit.accepts(arrived);
            ByteBuffer body = isAccepted ? page(query(raw == null ? "" : raw)) : ListXml.slowDown();
            int status = isAccepted ? 200 : 503;
            rejected.addAndGet(isAccepted ? 0 : 1);
            log.add(new Entry(arrived, String.valueOf(raw), status));
            for (long left = latencyNanos; left > 0; left = arrived + latencyNanos - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(status, body.remaining());
            exchange.getResponseBody().write(body.array(), 0, body.remaining());
        }
    }

    private ByteBuffer page(Map<String, String> query) {
        byte[] prefix = bytes(query.getOrDefault("prefix", ""));
        String token = query.get("continuation-token");
        byte[] after = token != null
                ? ListXml.fromToken(token)
                : bytes(query.getOrDefault("start-after", query.getOrDefault("marker", "")));
        if ("/".equals(query.get("delimiter"))) {
            return folders(query, prefix, after);
        }
        int max = Math.min(1000, Integer.parseInt(query.getOrDefault("max-keys", "1000")));
        int from = Math.max(index(prefix, false), after.length == 0 ? 0 : index(after, true));
        int to = from;
        while (to < keys.length && to < from + max && startsWith(keys[to], prefix)) {
            to++;
        }
        boolean isTruncated = to < keys.length && startsWith(keys[to], prefix);
        return ListXml.page(query, Arrays.asList(keys).subList(from, to), isTruncated);
    }

    /** Returns a page with the folders directly below a prefix, but without the objects next to them. */
    private ByteBuffer folders(Map<String, String> query, byte[] prefix, byte[] after) {
        List<byte[]> found = new ArrayList<>();
        int next = Math.max(index(prefix, false), after.length == 0 ? 0 : index(after, true));
        while (next < keys.length && startsWith(keys[next], prefix) && found.size() < 1000) {
            int slash = prefix.length;
            while (slash < keys[next].length && keys[next][slash] != '/') {
                slash++;
            }
            if (slash == keys[next].length) {
                next++;
            } else {
                byte[] folder = Arrays.copyOf(keys[next], slash + 1);
                found.add(folder);
                byte[] end = folder.clone();
                end[slash]++;
                next = index(end, false);
            }
        }
        boolean isTruncated = next < keys.length && startsWith(keys[next], prefix);
        return ListXml.folders(query, found, isTruncated ? keys[next - 1] : new byte[0]);
    }

    /**
     * Returns the index of the first key that is greater than or equal to the given bytes.
     *
     * @param isAfter whether to skip a key that is equal
     */
    private int index(byte[] bytes, boolean isAfter) {
        int found = Arrays.binarySearch(keys, bytes, Arrays::compareUnsigned);
        return found < 0 ? -found - 1 : isAfter ? found + 1 : found;
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
