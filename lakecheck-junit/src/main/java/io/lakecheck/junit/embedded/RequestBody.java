// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** The body of a request, decoded if it is encoded as {@code aws-chunked}. */
final class RequestBody {

    private static final String CHUNKED = "aws-chunked";

    private final InputStream stream;
    private final Optional<ChunkedStream> chunks;

    private RequestBody(InputStream stream, Optional<ChunkedStream> chunks) {
        this.stream = stream;
        this.chunks = chunks;
    }

    static RequestBody of(RequestHeaders headers, InputStream raw) {
        boolean isChunked = headers.first("x-amz-content-sha256").orElse("").startsWith("STREAMING-")
                || headers.first("Content-Encoding")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains(CHUNKED);
        if (!isChunked) {
            return new RequestBody(raw, Optional.empty());
        }
        ChunkedStream chunks = new ChunkedStream(raw, headers.first("x-amz-decoded-content-length"));
        return new RequestBody(chunks, Optional.of(chunks));
    }

    InputStream stream() {
        return stream;
    }

    /** Returns a header that was sent after the body. Call this only after the body has been read to its end. */
    Optional<String> trailer(String name) {
        return chunks.flatMap(stream -> stream.trailer(name));
    }
}
