// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A successful response to a LIST request.
 *
 * @param http the status and headers
 * @param body the page, not yet verified
 */
record PageResponse(SdkHttpResponse http, PageBody body) {

    /** Returns the server's time; empty if the response doesn't contain a valid one. */
    Optional<Instant> date() {
        try {
            return http.firstMatchingHeader("Date")
                    .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException invalid) {
            // An invalid Date header is treated like a missing one: the server's time is unknown.
            return Optional.empty();
        }
    }
}
