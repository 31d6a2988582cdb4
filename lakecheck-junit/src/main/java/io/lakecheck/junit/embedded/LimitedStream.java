// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that contains only the first bytes of another stream. */
final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            return -1;
        }
        int read = in.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }
}
