// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.GeneratedFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Tests what a test prints for each way in which a job can be broken. The documentation shows exactly these messages.
 */
class BrokenJobsTest {

    private static final Path PAGE = Path.of("..", "docs", "junit.md");
    private static final String START = "<!-- broken jobs -->\n";
    private static final String END = "<!-- end of broken jobs -->";

    @Test
    void the_page_shows_the_failure_of_each_broken_job() throws IOException {
        Map<String, String> jobs = new LinkedHashMap<>();
        jobs.put("no_marker", "The job writes no marker");
        jobs.put("next_day", "The job writes to the next day's folder");
        jobs.put("file_after_marker", "An asynchronous client writes a file after the marker");
        jobs.put("halved", "The job writes less than half of the data");
        jobs.put("marker_only", "The job writes only the marker");
        jobs.put("wrong_bucket", "The job writes to another bucket");
        jobs.put("wrong_prefix", "The job writes below another prefix");
        jobs.put("unpadded_date", "The job does not pad the date with zeros");
        jobs.put("appended_twice", "The job runs twice and appends");
        jobs.put("throws_midway", "The job throws midway");
        jobs.put("empty_part", "One of the files is empty");
        jobs.put("writes_nothing", "The job writes nothing");
        StringBuilder texts = new StringBuilder();
        jobs.forEach((method, title) -> texts.append("\n**")
                .append(title)
                .append("**\n\n```\n")
                .append(failure(method))
                .append("\n```\n"));

        String page = Files.readString(PAGE);
        int start = page.indexOf(START) + START.length();
        GeneratedFile.check(PAGE, page.substring(0, start) + texts + "\n" + page.substring(page.indexOf(END)));
    }

    private static String failure(String method) {
        Throwable failure = Run.of(Jobs.class, method).failure();
        return failure.toString().replace("\t", "    ").replaceFirst("^(?:\\w+\\.)+", "");
    }

    @LocalLake(buckets = "raw")
    @LakeCheck(
            location = "s3://refined/kpi/dt={date}/",
            partition = "2026-01-02",
            due = "6h",
            recency = @Recency(marker = "_SUCCESS"),
            size = @Size(min = "1 kB", each = @Bounds(min = "1 B")),
            delta = @Delta(against = "previous", drop = "50%", rise = "50%"))
    static class Jobs {

        private static final String DAY = "kpi/dt=2026-01-02/";

        @BeforeEach
        void seed(LakeSeed lake) {
            lake.partition("2026-01-01").sized("3 kB");
        }

        @Test
        void no_marker(S3Client s3) {
            Job.write(s3, "refined", DAY, 3000, "part-0.parquet");
        }

        @Test
        void next_day(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-03/", 3000, "part-0.parquet", "_SUCCESS");
        }

        @Test
        void file_after_marker(S3Client s3, URI endpoint) {
            Job.write(s3, "refined", DAY, 1500, "part-0.parquet", "_SUCCESS");
            HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(endpoint.resolve("/refined/" + DAY + "part-1.parquet"))
                                    .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[1500]))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .join();
        }

        @Test
        void halved(S3Client s3) {
            Job.write(s3, "refined", DAY, 1200, "part-0.parquet", "_SUCCESS");
        }

        @Test
        void marker_only(S3Client s3) {
            Job.write(s3, "refined", DAY, 0, "_SUCCESS");
        }

        @Test
        void wrong_bucket(S3Client s3) {
            Job.write(s3, "raw", DAY, 3000, "part-0.parquet", "_SUCCESS");
        }

        @Test
        void wrong_prefix(S3Client s3) {
            Job.write(s3, "refined", "kpis/dt=2026-01-02/", 3000, "part-0.parquet", "_SUCCESS");
        }

        @Test
        void unpadded_date(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-1-2/", 3000, "part-0.parquet", "_SUCCESS");
        }

        @Test
        void appended_twice(S3Client s3) {
            Job.write(s3, "refined", DAY, 3000, "part-0.parquet", "part-1.parquet", "_SUCCESS");
        }

        @Test
        void throws_midway(S3Client s3) {
            Job.write(s3, "refined", DAY, 1500, "part-0.parquet");
            throw new IllegalStateException("connection to the warehouse lost");
        }

        @Test
        void empty_part(S3Client s3) {
            Job.write(s3, "refined", DAY, 3000, "part-0.parquet");
            Job.write(s3, "refined", DAY, 0, "part-1.parquet", "_SUCCESS");
        }

        @Test
        void writes_nothing() {}
    }
}
