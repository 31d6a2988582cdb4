// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.delivery.Connection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A server on the loopback interface that lists objects like S3, with real sockets, HTTP and XML, and with the faults
 * that a test adds. It does not accept uploads or verify signatures. Thread-safe.
 */
public final class StubS3 implements AutoCloseable {

    /** An object in a listing. */
    record Entry(String key, long bytes, Instant modified) {}

    private final ServerSocket listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, NavigableMap<String, Entry>> buckets = new ConcurrentHashMap<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<ListRequest> requests = new CopyOnWriteArrayList<>();
    private final List<SignedRequest> signed = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int keysPerPage = 1000;

    public StubS3() throws IOException {
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        inBackground(this::accept);
    }

    /** Creates a bucket. Adding an object also creates its bucket. */
    public StubS3 bucket(String name) {
        objects(name);
        return this;
    }

    public StubS3 put(String bucket, String key, long bytes, Instant modified) {
        objects(bucket).put(key, new Entry(key, bytes, modified));
        return this;
    }

    /** Lists fewer keys per page than are requested. */
    StubS3 paging(int keys) {
        keysPerPage = keys;
        return this;
    }

    /** Adds a fault. */
    StubS3 with(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** Returns all requests in the order of their arrival. */
    List<ListRequest> requests() {
        return Collections.unmodifiableList(requests);
    }

    /** Returns the number of requests that have arrived. */
    public int requestCount() {
        return requests.size();
    }

    /** Returns the access keys that signed the requests. */
    Set<String> signers() {
        return signed.stream().map(SignedRequest::accessKey).collect(Collectors.toSet());
    }

    /** Returns all requests in the order of their arrival, as they were signed. */
    List<SignedRequest> signed() {
        return Collections.unmodifiableList(signed);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** Returns the connection settings for a suite. */
    public Connection connection() {
        return new Connection(Optional.of(endpoint()), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private NavigableMap<String, Entry> objects(String bucket) {
        return buckets.computeIfAbsent(bucket, name -> new ConcurrentSkipListMap<>(S3Xml::order));
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listener.accept();
                // Without this, the body of a response waits until the client has confirmed its headers.
                socket.setTcpNoDelay(true);
                open.add(socket);
                inBackground(() -> serve(socket));
            } catch (IOException e) {
                if (closed.getCount() > 0) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                URI target = URI.create(line.split(" ")[1]);
                signed.add(new SignedRequest(target, headers(in)));
                if (!answer(target).send(socket, out, closed)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client closed the connection.
        } finally {
            open.remove(socket);
        }
    }

    /** Reads the headers of a GET request, which has no body. Their names are in lower case. */
    private static Map<String, String> headers(BufferedReader in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
            String[] parts = header.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return headers;
    }

    private StubResponse answer(URI uri) {
        Map<String, String> query = query(uri.getRawQuery());
        ListRequest request = new ListRequest(
                uri.getPath().substring(1).replaceAll("/$", ""),
                query.getOrDefault("prefix", ""),
                query.getOrDefault("start-after", ""),
                query.getOrDefault("delimiter", ""),
                Optional.ofNullable(query.get("continuation-token")));
        requests.add(request);
        StubResponse response =
                buckets.containsKey(request.bucket()) ? list(request) : StubResponse.error(404, "NoSuchBucket");
        for (Fault fault : faults) {
            response = fault.on(request, response);
        }
        return response;
    }

    private StubResponse list(ListRequest request) {
        int from = request.page() * keysPerPage;
        List<Entry> found = objects(request.bucket()).tailMap(request.prefix()).values().stream()
                .filter(entry -> entry.key().startsWith(request.prefix()))
                .filter(entry -> request.start().isEmpty() || S3Xml.order(entry.key(), request.start()) > 0)
                .map(entry -> new Entry(request.listed(entry.key()), entry.bytes(), entry.modified()))
                .filter(distinctKeys())
                .skip(from)
                .limit(keysPerPage + 1)
                .toList();
        List<Entry> page = found.subList(0, Math.min(keysPerPage, found.size()));
        Optional<String> token = found.size() > keysPerPage ? Optional.of(request.nextToken()) : Optional.empty();
        return StubResponse.xml(200, S3Xml.page(request, page, page.size(), token));
    }

    private static Predicate<Entry> distinctKeys() {
        Set<String> keys = new HashSet<>();
        return entry -> keys.add(entry.key());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "stub-s3");
        thread.setDaemon(true);
        thread.start();
    }
}
