// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import com.sun.net.httpserver.HttpServer;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An S3 server for tests that runs in the same JVM. It listens on a free port of 127.0.0.1, needs no credentials and
 * does not verify signatures. Objects are kept in memory up to a limit, and after that in a temporary folder, which is
 * deleted when the server is closed. Operations that are not implemented return the error {@code NotImplemented}.
 * Thread-safe. The server's threads are daemon threads.
 */
public final class EmbeddedS3 implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final int CLOSE_SECONDS = 5;

    private final HttpServer server;
    private final ExecutorService threads;
    private final ObjectStore store;

    private EmbeddedS3(HttpServer server, ExecutorService threads, ObjectStore store) {
        this.server = server;
        this.threads = threads;
        this.store = store;
    }

    /** Starts a server that uses up to an eighth of the maximum heap size for objects. */
    public static EmbeddedS3 start() {
        return start(Runtime.getRuntime().maxMemory() / 8);
    }

    /**
     * Starts a server.
     *
     * @param memoryLimit the maximum number of bytes to keep in memory
     */
    public static EmbeddedS3 start(long memoryLimit) {
        ObjectStore store = new ObjectStore(Clock.systemUTC(), new SegmentStore(memoryLimit));
        ExecutorService threads = Executors.newCachedThreadPool(work -> daemon(work, "lakecheck-s3"));
        try {
            HttpServer server = ServerProperties.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
            server.createContext("/", new S3Handler(Operations.on(store)));
            server.setExecutor(threads);
            startAsDaemon(server);
            return new EmbeddedS3(server, threads, store);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a port on 127.0.0.1", e);
        }
    }

    /** Starts the HTTP server from a daemon thread, so that the server's own thread is a daemon thread as well. */
    private static void startAsDaemon(HttpServer server) throws IOException {
        Thread starter = daemon(server::start, "lakecheck-s3-start");
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server was starting", e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Returns the server's URL. Its host is an IP address, so that the AWS SDK uses path-style requests by default. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Returns an object's position in the order in which objects were written by any client, or empty if the object
     * does not exist. An object that is overwritten gets a new, higher number. An object that is uploaded in parts
     * counts as written when the upload is completed.
     */
    public OptionalLong writeNumber(String bucket, String key) {
        return store.writeNumber(bucket, key);
    }

    /** Returns the names of all buckets. */
    public List<String> buckets() {
        return store.buckets().stream().map(BucketInfo::name).toList();
    }

    /**
     * Creates a bucket unless it exists.
     *
     * @throws IllegalArgumentException if S3 does not allow this name for a bucket
     */
    public void createBucket(String bucket) {
        if (!BucketInfo.isName(bucket)) {
            throw new IllegalArgumentException("invalid bucket name '" + Display.visible(bucket)
                    + "'. Use 3 to 63 lowercase letters, digits, dots and hyphens.");
        }
        store.create(bucket, BucketOperations.DEFAULT_REGION);
    }

    /** Deletes a bucket and all objects in it, if it exists. */
    public void deleteBucket(String bucket) {
        store.deleteWithObjects(bucket);
    }

    /** Returns the keys and ETags of all objects in a bucket; empty if the bucket does not exist. */
    public Map<String, String> entityTags(String bucket) {
        return store.entityTags(bucket);
    }

    /**
     * Returns objects in a bucket in the order in which S3 lists them, or empty if the bucket does not exist.
     *
     * @param prefix the start of their keys
     * @param after the key after which to start, or an empty string to start with the first one
     * @param limit the maximum number of objects
     */
    public Optional<List<LakeObject>> objects(String bucket, String prefix, String after, int limit) {
        return store.objects(bucket, prefix, after, limit);
    }

    /** Deletes the objects with these keys. Keys of missing objects are ignored. */
    public void deleteObjects(String bucket, Collection<String> keys) {
        store.deleteObjects(bucket, keys);
    }

    /** Stops the server and deletes all objects. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            // A request that is still running could write another temporary file.
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
