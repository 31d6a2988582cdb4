// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Formats and parses times in HTTP headers, and formats times in S3's XML documents. */
final class HttpDate {

    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DOCUMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    static String header(Instant time) {
        return HEADER.format(time);
    }

    static String document(Instant time) {
        return DOCUMENT.format(time);
    }

    /**
     * Parses the time in an HTTP header. Returns empty if the time is invalid, in which case HTTP requires servers to
     * ignore the header.
     */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
