// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A lake on S3 or on a compatible server. Each page is verified before its objects are counted, and requested again if
 * it is invalid; if it stays invalid, the listing fails with a {@link LakeException} instead of being incomplete. Keeps
 * one page per listing in memory. An object's time is in whole seconds and, for multipart uploads, the start of the
 * upload.
 */
public final class S3Lake implements Lake {

    /** More than one thread, so that a timer blocked by a stuck connection doesn't delay other requests' timeouts. */
    private static final int TIMERS = 4;

    private final S3Client client;
    private final PageRequests pages;
    private final Runnable release;

    private S3Lake(S3Client client, Clock clock, S3Timeouts timeouts, Runnable release) {
        this.client = client;
        this.pages = new PageRequests(client, clock, timeouts);
        this.release = release;
    }

    /**
     * Returns a lake without sending a request. Credentials come from the SDK's default chain, as does everything that
     * the connection leaves open: {@code AWS_ENDPOINT_URL_S3}, {@code AWS_ENDPOINT_URL}, {@code AWS_REGION},
     * {@code AWS_PROFILE}, {@code ~/.aws}. A custom endpoint gets path-style addresses unless the connection sets
     * another style.
     *
     * @throws LakeException if no region is set or the endpoint is invalid
     */
    public static S3Lake connect(Connection connection) {
        return connect(connection, Clock.systemUTC(), S3Timeouts.DEFAULT);
    }

    static S3Lake connect(Connection connection, Clock clock, S3Timeouts timeouts) {
        // The SDK's own timer lives on until the last timeout would have expired, even after its client is closed.
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(TIMERS, S3Lake::daemon);
        return new S3Lake(new S3Access(connection, timeouts).client(timer), clock, timeouts, timer::shutdownNow);
    }

    /**
     * Returns a lake that uses the given client with the client's timeouts and retries. {@link #close} closes the
     * client.
     */
    public static S3Lake over(S3Client client) {
        return new S3Lake(client, Clock.systemUTC(), S3Timeouts.DEFAULT, () -> {});
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "lakecheck-s3-timer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void list(KeyRange range, Visitor visitor) {
        S3Location root = S3Location.at(range.root());
        ListQuery query = new ListQuery(root, root.below(range.prefix()), ListingDepth.ALL);
        String after = range.after().isEmpty() ? "" : root.prefix() + range.after();
        ListPage page = ListPage.before(after);
        do {
            page = pages.after(page, query, visitor);
            visitor.onAnswer(page.answer());
            for (LakeObject object : page.objects()) {
                if (!visitor.onObject(object)) {
                    return;
                }
            }
        } while (page.token().isPresent() && visitor.wantsNextPage());
    }

    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        S3Location at = S3Location.at(root);
        ListQuery query = new ListQuery(at, at.below(path), ListingDepth.TOP);
        ListPage page = ListPage.before("");
        do {
            page = pages.after(page, query, visitor);
            visitor.onAnswer(page.answer());
            for (String name : page.folders()) {
                if (!visitor.onFolder(name)) {
                    return;
                }
            }
        } while (page.token().isPresent() && visitor.wantsNextPage());
    }

    @Override
    public void close() {
        release.run();
        client.close();
    }
}
