// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A lake on S3 or on a compatible server. Each page is verified before its objects are counted, and is requested again
 * if it is invalid. If it is still invalid after several attempts, the listing fails with a {@link LakeException}
 * instead of returning incomplete results. Each listing keeps one page in memory. Objects' times are only precise to
 * the second; for multipart uploads, S3 reports the time at which the upload started.
 */
public final class S3Lake implements Lake {

    /**
     * The number of timer threads. There are several, so that a stuck connection that blocks one of them doesn't delay
     * the timeouts of other requests.
     */
    private static final int TIMERS = 4;

    private final S3Client client;
    private final PageRequests pages;
    private final Runnable release;

    private S3Lake(PageCall call, S3Timeouts timeouts, Runnable release) {
        this.client = call.sdk().client();
        this.pages = new PageRequests(call, timeouts);
        this.release = release;
    }

    /**
     * Creates a lake. Sends no request. Credentials, and any setting that the connection does not specify, come from
     * the SDK's default sources, such as {@code AWS_ENDPOINT_URL_S3}, {@code AWS_ENDPOINT_URL}, {@code AWS_REGION},
     * {@code AWS_PROFILE} and {@code ~/.aws}. Requests to a custom endpoint use path-style URLs unless the connection
     * specifies otherwise.
     *
     * @throws LakeException if no region is set or the endpoint is invalid
     */
    public static S3Lake connect(Connection connection) {
        return connect(connection, Clock.systemUTC(), S3Timeouts.DEFAULT);
    }

    static S3Lake connect(Connection connection, Clock clock, S3Timeouts timeouts) {
        return connect(connection, clock, timeouts, timer());
    }

    /** @param timer ends requests that take too long; shut down when the lake is closed */
    static S3Lake connect(Connection connection, Clock clock, S3Timeouts timeouts, ScheduledExecutorService timer) {
        Congestion congestion = new Congestion(new RequestGates());
        S3Access access = new S3Access(connection, timeouts);
        HandoverHttpClient http = new HandoverHttpClient(access.http());
        S3Client client = access.client(timer, http, congestion);
        PageCall call = new PageCall(
                new SdkCall(client, List.of()),
                DirectCall.of(client, http, timer, timeouts.requests().attempt()),
                clock,
                congestion);
        return new S3Lake(call, timeouts, timer::shutdownNow);
    }

    /**
     * Returns a lake that uses the given client with the client's own timeouts and retries. Closing the lake also
     * closes the client.
     */
    public static S3Lake over(S3Client client) {
        List<SdkPlugin> plugins = PageInterceptor.isIn(client) ? List.of() : List.of(new PageInterceptor());
        PageCall call = new PageCall(
                new SdkCall(client, plugins), Optional.empty(), Clock.systemUTC(), new Congestion(new RequestGates()));
        return new S3Lake(call, S3Timeouts.DEFAULT, () -> {});
    }

    /**
     * Returns an interceptor that reads pages. If a client has this interceptor, lakes {@link #over} that client need
     * not add one to each request, which takes longer. The interceptor doesn't change other requests of the client.
     */
    public static ExecutionInterceptor pageReader() {
        return new PageInterceptor();
    }

    /**
     * Returns a timer for requests. Unlike the SDK's own timer, its threads can be stopped before the last timeout has
     * expired. It forgets the timeout of a request that has ended, so that it doesn't keep the request in memory.
     */
    static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(TIMERS, S3Lake::daemon);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
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

    /**
     * Returns false for directory buckets, because their keys are not sorted and their listings can't start after a
     * key.
     */
    @Override
    public boolean isSorted(String root) {
        return !S3Location.at(root).isInDirectoryBucket();
    }

    @Override
    public boolean isSeekable(String root) {
        return isSorted(root);
    }

    @Override
    public void close() {
        release.run();
        client.close();
    }
}
