// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The bytes of an object or of a part.
 *
 * @param segments the segments that contain the bytes, in order
 */
record Content(List<Segment> segments) {

    private static final int BUFFER_BYTES = 16 * 1024;

    Content {
        segments = List.copyOf(segments);
    }

    static Content join(List<Content> parts) {
        return new Content(
                parts.stream().flatMap(part -> part.segments().stream()).toList());
    }

    long size() {
        return segments.stream().mapToLong(Segment::size).sum();
    }

    Content retained() {
        segments.forEach(Segment::retain);
        return this;
    }

    void release() {
        segments.forEach(Segment::release);
    }

    InputStream open(ByteRange range) throws IOException {
        int first = 0;
        long skip = range.first();
        while (first < segments.size() && skip >= segments.get(first).size()) {
            skip -= segments.get(first).size();
            first++;
        }
        List<Segment> rest = segments.subList(first, segments.size());
        return new LimitedStream(new SequenceInputStream(new SegmentStreams(rest, skip)), range.length());
    }

    /** Adds all bytes to the digests. */
    void update(Digest... digests) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = open(ByteRange.all(size()))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (Digest digest : digests) {
                    digest.update(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
