// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** The body of a response, which can no longer be read once the thread is interrupted. */
final class InterruptibleBody extends FilterInputStream {

    InterruptibleBody(InputStream body) {
        super(body);
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the run has ended");
        }
        return super.read(buffer, from, count);
    }
}
