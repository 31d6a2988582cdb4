// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/**
 * Streams of consecutive segments. Each stream is opened only after the one before it has been read. Not thread-safe.
 */
@SuppressWarnings("JdkObsolete") // An Enumeration, because SequenceInputStream requires one.
final class SegmentStreams implements Enumeration<InputStream> {

    private final Iterator<Segment> segments;
    private long skip;

    /** @param skip the number of bytes to skip at the start of the first segment */
    SegmentStreams(List<Segment> segments, long skip) {
        this.segments = segments.iterator();
        this.skip = skip;
    }

    @Override
    public boolean hasMoreElements() {
        return segments.hasNext();
    }

    @Override
    public InputStream nextElement() {
        try {
            InputStream stream = segments.next().open();
            stream.skipNBytes(skip);
            skip = 0;
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
