// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.s3.S3Lake;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Measures how long it takes to read 100 pages of 1000 keys without a network, both with lakecheck and with the SDK's
 * paginator. A million keys would take ten times as long. Both results include the SDK's own work for each request.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class PageReaderBenchmark {

    private static final int PAGES = 100;
    private static final int RUNS_PER_MILLION = 10;
    private static final String PREFIX = "kpi/dt=2026-01-02/";

    private final byte[][] pages = pages();
    private final S3Client client = S3Client.builder()
            .httpClient(new PagesInMemory())
            .region(Region.EU_WEST_1)
            .endpointOverride(URI.create("http://localhost:1"))
            .forcePathStyle(true)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
            .build();

    @Benchmark
    public long lakecheck() {
        AtomicLong count = new AtomicLong();
        S3Lake.over(client).list(KeyRange.of("s3://bench/", PREFIX), object -> count.incrementAndGet() > 0);
        return count.get();
    }

    @Benchmark
    public long paginator() {
        return client
                .listObjectsV2Paginator(
                        request -> request.bucket("bench").prefix(PREFIX).encodingType("url"))
                .contents()
                .stream()
                .count();
    }

    /** Runs both benchmarks. Returns a sentence with their results. */
    static String measure() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(PageReaderBenchmark.class.getSimpleName())
                .verbosity(VerboseMode.SILENT)
                .build();
        Map<String, Double> seconds = new HashMap<>();
        for (RunResult result : new Runner(options).run()) {
            seconds.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore() * RUNS_PER_MILLION / 1000);
        }
        return String.format(
                Locale.ROOT,
                "Without a network, lakecheck reads the pages of a million keys in %.1f s, and the SDK's paginator in"
                        + " %.1f s (JMH, warm, one thread).",
                seconds.get("lakecheck"),
                seconds.get("paginator"));
    }

    private static byte[][] pages() {
        byte[][] keys = KeyLayout.FLAT.keys(PREFIX, 1000 * PAGES);
        byte[][] pages = new byte[PAGES][];
        for (int page = 0; page < PAGES; page++) {
            ByteBuffer xml = ListXml.page(
                    Map.of("prefix", PREFIX, "encoding-type", "url"),
                    Arrays.asList(keys).subList(1000 * page, 1000 * (page + 1)),
                    page < PAGES - 1);
            pages[page] = Arrays.copyOf(xml.array(), xml.remaining());
        }
        return pages;
    }

    /** An HTTP client that returns the pages in order, one for each request. */
    private final class PagesInMemory implements SdkHttpClient {

        private int next;

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            boolean isFirst = request.httpRequest()
                    .firstMatchingRawQueryParameter("continuation-token")
                    .isEmpty();
            next = isFirst ? 0 : next + 1;
            byte[] page = pages[next];
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(page)))
                            .build();
                }

                @Override
                public void abort() {
                    // Nothing to abort, because responses are immediate.
                }
            };
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    }
}
