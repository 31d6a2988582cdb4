// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/**
 * Requests the pages of a listing. The SDK retries failed requests but accepts any response with status 200, so this
 * class also retries requests whose responses are invalid. Thread-safe.
 */
final class PageRequests {

    /** The maximum number of keys that S3 returns per page. */
    private static final int KEYS_PER_PAGE = 1000;

    private final S3Client client;
    private final Clock clock;
    private final S3Timeouts timeouts;

    PageRequests(S3Client client, Clock clock, S3Timeouts timeouts) {
        this.client = client;
        this.clock = clock;
        this.timeouts = timeouts;
    }

    /**
     * Returns the page that follows {@code previous}. Reports every retry, by the SDK or by this class, to the
     * listener.
     */
    ListPage after(ListPage previous, ListQuery query, Lake.Listener listener) {
        for (int read = 1; ; read++) {
            try {
                return request(previous, query, listener);
            } catch (PageException e) {
                if (read == timeouts.reads()) {
                    throw new LakeException(
                            LakeException.Reason.PROTOCOL,
                            "invalid response while listing " + query.folder() + " (" + Display.count(read, "attempt")
                                    + "): the response " + e.getMessage()
                                    + ". Check that the endpoint is correct (lakecheck.endpoint, or s3.endpoint in the"
                                    + " suite) and that no proxy modifies responses.",
                            e);
                }
                pause(read, query.folder());
                listener.onRetry();
            }
        }
    }

    private ListPage request(ListPage previous, ListQuery query, Lake.Listener listener) throws PageException {
        PageInterceptor reader = new PageInterceptor();
        // XML can't represent every character, so the request asks for URL-encoded keys.
        ListObjectsV2Request.Builder request = ListObjectsV2Request.builder()
                .bucket(query.folder().bucket())
                .prefix(query.folder().prefix())
                .maxKeys(KEYS_PER_PAGE)
                .encodingType(EncodingType.URL)
                .overrideConfiguration(each ->
                        each.addMetricPublisher(new RetryCount(listener)).addPlugin(reader));
        if (query.depth() == ListingDepth.TOP) {
            request.delimiter(ListingDepth.DELIMITER);
        }
        previous.token().ifPresentOrElse(request::continuationToken, () -> {
            if (previous.last().length > 0) {
                request.startAfter(new String(previous.last(), StandardCharsets.UTF_8));
            }
        });
        try {
            SdkHttpResponse response = client.listObjectsV2(request.build()).sdkHttpResponse();
            return previous.next(query, reader.body(), new Lake.Answer(date(response), clock.instant()));
        } catch (RuntimeException e) {
            throw new S3Errors(query.folder(), client).explain(e);
        }
    }

    private static Optional<Instant> date(SdkHttpResponse response) {
        try {
            return response.firstMatchingHeader("Date")
                    .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException invalid) {
            // An invalid Date header is treated like a missing one, so that the server's time is unknown.
            return Optional.empty();
        }
    }

    private void pause(int read, S3Location folder) {
        try {
            Thread.sleep(timeouts.pause().computeDelay(read).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw S3Errors.interrupted(folder, e);
        }
    }
}
