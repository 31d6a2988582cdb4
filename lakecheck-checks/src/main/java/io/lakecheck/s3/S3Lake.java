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
 * A lake on S3 or on a server that speaks like it. Each page is checked before any of its objects is shown, and asked
 * for again where it can't be believed; what still can't is a {@link LakeException} and never a smaller listing. Holds
 * one page per listing. LastModified is in whole seconds and, for multipart uploads, their start.
 */
public final class S3Lake implements Lake {

    /** Enough that a time-out which must wait for a stuck connection keeps no other one waiting. */
    private static final int TIMERS = 4;

    private final S3Client client;
    private final PageRequests pages;
    private final Runnable release;

    private S3Lake(S3Client client, Clock clock, S3Timeouts patience, Runnable release) {
        this.client = client;
        this.pages = new PageRequests(client, clock, patience);
        this.release = release;
    }

    /**
     * Connects, without asking anything yet. Credentials come from the SDK's default chain, as does everything that the
     * connection leaves open: {@code AWS_ENDPOINT_URL_S3}, {@code AWS_ENDPOINT_URL}, {@code AWS_REGION},
     * {@code AWS_PROFILE}, {@code ~/.aws}. An endpoint of one's own gets path-style addresses unless the connection
     * says otherwise.
     *
     * @throws LakeException where no region is known, or the endpoint is no address
     */
    public static S3Lake connect(Connection connection) {
        return connect(connection, Clock.systemUTC(), S3Timeouts.DEFAULT);
    }

    static S3Lake connect(Connection connection, Clock clock, S3Timeouts patience) {
        // The SDK's own timer lives on until the last time-out would have been, also after its client was closed.
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(TIMERS, S3Lake::daemon);
        return new S3Lake(new S3Access(connection, patience).client(timer), clock, patience, timer::shutdownNow);
    }

    /**
     * Lists with a client that somebody else has made, with its own time-outs and retries. {@link #close} closes it.
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
        S3Location folder = root.below(range.prefix());
        String after = range.after().isEmpty() ? "" : root.prefix() + range.after();
        ListPage page = ListPage.before(after);
        do {
            page = pages.after(page, folder, ListingDepth.ALL, visitor);
            visitor.onAnswer(page.answer());
            for (LakeObject object : page.objects()) {
                if (!visitor.onObject(below(root, object))) {
                    return;
                }
            }
        } while (page.token().isPresent() && visitor.wantsNextPage());
    }

    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        S3Location folder = S3Location.at(root).below(path);
        ListPage page = ListPage.before("");
        do {
            page = pages.after(page, folder, ListingDepth.TOP, visitor);
            visitor.onAnswer(page.answer());
            for (String name : page.folders()) {
                if (!visitor.onFolder(name)) {
                    return;
                }
            }
        } while (page.token().isPresent() && visitor.wantsNextPage());
    }

    private static LakeObject below(S3Location root, LakeObject object) {
        return new LakeObject(
                object.key().substring(root.prefix().length()), object.bytes(), object.modified(), object.etag());
    }

    @Override
    public void close() {
        release.run();
        client.close();
    }
}
