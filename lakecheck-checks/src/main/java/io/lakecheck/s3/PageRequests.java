// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

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
    ListPage after(ListPage previous, S3Location folder, ListingDepth depth, Lake.Listener listener) {
        for (int read = 1; ; read++) {
            try {
                return previous.next(folder, depth, request(previous, folder, depth, listener), clock.instant());
            } catch (PageException e) {
                if (read == timeouts.reads()) {
                    throw new LakeException(
                            LakeException.Reason.PROTOCOL,
                            "invalid response while listing " + folder + " (" + Display.count(read, "attempt")
                                    + "): the response " + e.getMessage()
                                    + ". Check that the endpoint is correct (lakecheck.endpoint, or s3.endpoint in the"
                                    + " suite) and that no proxy modifies responses.",
                            e);
                }
                pause(read, folder);
                listener.onRetry();
            }
        }
    }

    private ListObjectsV2Response request(
            ListPage previous, S3Location folder, ListingDepth depth, Lake.Listener listener) throws PageException {
        // XML can't represent every character, so keys are requested URL-encoded. The SDK decodes them.
        ListObjectsV2Request.Builder request = ListObjectsV2Request.builder()
                .bucket(folder.bucket())
                .prefix(folder.prefix())
                .maxKeys(KEYS_PER_PAGE)
                .encodingType(EncodingType.URL)
                .overrideConfiguration(each -> each.addMetricPublisher(new RetryCount(listener)));
        if (depth == ListingDepth.TOP) {
            request.delimiter(ListingDepth.DELIMITER);
        }
        previous.token().ifPresentOrElse(request::continuationToken, () -> {
            if (!previous.last().isEmpty()) {
                request.startAfter(previous.last());
            }
        });
        try {
            return client.listObjectsV2(request.build());
        } catch (RuntimeException e) {
            throw new S3Errors(folder, client).explain(e);
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
