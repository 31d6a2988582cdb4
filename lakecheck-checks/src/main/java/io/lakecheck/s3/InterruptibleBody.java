// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import software.amazon.awssdk.http.Abortable;

/**
 * The body of a response, which can no longer be read once the thread is interrupted. {@link #available} returns 0, so
 * that a buffer around it reads only once at a time: the connection's own method may wait, and can't be interrupted.
 */
final class InterruptibleBody extends FilterInputStream {

    InterruptibleBody(InputStream body) {
        super(body);
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            if (in instanceof Abortable body) {
                body.abort();
            }
            throw new InterruptedIOException("the thread was interrupted");
        }
        return super.read(buffer, from, count);
    }

    @Override
    public int available() {
        return 0;
    }
}
