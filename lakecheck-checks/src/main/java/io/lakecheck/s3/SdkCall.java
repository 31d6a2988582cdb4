// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/**
 * Requests pages through the SDK.
 *
 * @param plugins what to add to each request: a {@link PageInterceptor}, unless the client already has one
 */
record SdkCall(S3Client client, List<SdkPlugin> plugins) {

    /** The maximum number of keys that S3 returns per page. */
    static final int KEYS_PER_PAGE = 1000;

    /**
     * Returns the page that follows {@code previous}.
     *
     * @param listener is notified of the SDK's retries
     */
    PageResponse send(ListPage previous, ListQuery query, Lake.Listener listener) throws PageException {
        PageInterceptor.Slot slot = new PageInterceptor.Slot();
        // URL-encoded keys are requested, because XML can't represent every character.
        ListObjectsV2Request.Builder request = ListObjectsV2Request.builder()
                .bucket(query.folder().bucket())
                .prefix(query.folder().prefix())
                .maxKeys(KEYS_PER_PAGE)
                .encodingType(EncodingType.URL)
                .overrideConfiguration(each -> {
                    slot.addTo(each.addMetricPublisher(new RetryCount(listener)));
                    plugins.forEach(each::addPlugin);
                });
        if (query.depth() == ListingDepth.TOP) {
            request.delimiter(ListingDepth.DELIMITER);
        }
        previous.token().ifPresentOrElse(request::continuationToken, () -> {
            if (previous.last().length > 0) {
                request.startAfter(new String(previous.last(), StandardCharsets.UTF_8));
            }
        });
        SdkHttpResponse response = client.listObjectsV2(request.build()).sdkHttpResponse();
        return new PageResponse(response, slot.body());
    }
}
