// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes a body that is encoded as {@code aws-chunked}: chunks, each preceded by its size in hexadecimal, then an
 * empty chunk and trailing headers. Signatures are not verified.
 */
final class ChunkedStream extends FilterInputStream {

    private static final int MAX_LINE = 16 * 1024;

    private final Optional<String> declaredLength;
    private final Map<String, String> trailers = new HashMap<>();
    private long decoded;
    private long left;
    private boolean isStarted;
    private boolean isFinished;

    ChunkedStream(InputStream raw, Optional<String> declaredLength) {
        super(raw);
        this.declaredLength = declaredLength;
    }

    Optional<String> trailer(String name) {
        return Optional.ofNullable(trailers.get(name));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !isFinished) {
            startChunk();
        }
        if (isFinished) {
            return -1;
        }
        int read = in.read(target, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw S3ErrorCode.INCOMPLETE_BODY.exception();
        }
        left -= read;
        decoded += read;
        return read;
    }

    private void startChunk() throws IOException {
        if (isStarted && !line().isEmpty()) {
            throw S3ErrorCode.INCOMPLETE_BODY.exception();
        }
        isStarted = true;
        String size = line().split(";", 2)[0].trim();
        try {
            left = Long.parseUnsignedLong(size, 16);
        } catch (NumberFormatException e) {
            throw S3ErrorCode.INCOMPLETE_BODY.exception();
        }
        if (left == 0) {
            finish();
        } else if (left < 0) {
            throw S3ErrorCode.INCOMPLETE_BODY.exception();
        }
    }

    private void finish() throws IOException {
        isFinished = true;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                trailers.put(
                        line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
        if (declaredLength.isPresent() && !declaredLength.get().equals(Long.toString(decoded))) {
            throw S3ErrorCode.INCOMPLETE_BODY.exception();
        }
    }

    /** Returns the next line, which ends with a line break or with the body. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > MAX_LINE) {
                throw S3ErrorCode.INCOMPLETE_BODY.exception();
            }
        }
        return line.toString(StandardCharsets.UTF_8).trim();
    }
}
