// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Asks for pages. The SDK repeats requests that fail but takes whatever comes with a status of 200; answers that can't
 * be believed are asked for again here. Safe for many threads.
 */
final class PageRequests {

    /** What S3 gives at most. */
    private static final int KEYS_A_PAGE = 1000;

    private final S3Client client;
    private final Clock clock;
    private final S3Timeouts patience;

    PageRequests(S3Client client, Clock clock, S3Timeouts patience) {
        this.client = client;
        this.clock = clock;
        this.patience = patience;
    }

    /** The page behind another one. Tells the listener of every request that had to be made again, by whomever. */
    ListPage after(ListPage previous, S3Location folder, ListingDepth depth, Lake.Listener listener) {
        for (int reading = 1; ; reading++) {
            try {
                return previous.next(folder, depth, ask(previous, folder, depth, listener), clock.instant());
            } catch (PageException fault) {
                if (reading == patience.readings()) {
                    throw new LakeException(
                            LakeException.Reason.PROTOCOL,
                            "S3's answer for " + folder + " " + fault.getMessage() + "; asked " + reading + " times",
                            fault);
                }
                pause(reading, folder);
                listener.onRetry();
            }
        }
    }

    private ListObjectsV2Response ask(ListPage previous, S3Location folder, ListingDepth depth, Lake.Listener listener)
            throws PageException {
        // The SDK decodes the keys of an answer that says it is encoded, and only then; nobody else does.
        ListObjectsV2Request.Builder request = ListObjectsV2Request.builder()
                .bucket(folder.bucket())
                .prefix(folder.prefix())
                .maxKeys(KEYS_A_PAGE)
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
            throw new ClientErrors(folder, client).of(e);
        }
    }

    private void pause(int reading, S3Location folder) {
        try {
            Thread.sleep(patience.pause().computeDelay(reading).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ClientErrors.ended(folder, e);
        }
    }
}
