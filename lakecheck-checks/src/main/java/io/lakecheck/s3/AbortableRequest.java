// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/**
 * A request whose body fails at the next read after the request was aborted. Another thread must not close the body:
 * the JDK would then read the rest of it, for as long as bytes arrive, while the thread that reads the page waits and
 * can't be interrupted. A thread that waits for bytes only stops at the socket's timeout.
 */
final class AbortableRequest implements ExecutableHttpRequest {

    private final ExecutableHttpRequest request;
    private volatile boolean isAborted;
    private volatile boolean hasResponse;

    AbortableRequest(ExecutableHttpRequest request) {
        this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
        HttpExecuteResponse response = request.call();
        hasResponse = true;
        return HttpExecuteResponse.builder()
                .response(response.httpResponse())
                .responseBody(response.responseBody()
                        .map(body -> AbortableInputStream.create(new Body(body), request))
                        .orElse(null))
                .build();
    }

    /** Ends the request. Any thread may call this method. */
    @Override
    public void abort() {
        isAborted = true;
        if (!hasResponse) {
            request.abort();
        }
    }

    /** Closes the connection. Only the thread that reads the response may call this method. */
    void close() {
        isAborted = true;
        request.abort();
    }

    private final class Body extends FilterInputStream {

        Body(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            check();
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            check();
            return super.read(buffer, from, count);
        }

        @Override
        public long skip(long count) throws IOException {
            check();
            return super.skip(count);
        }

        private void check() throws InterruptedIOException {
            if (isAborted) {
                request.abort();
                throw new InterruptedIOException("the request was aborted");
            }
        }
    }
}
