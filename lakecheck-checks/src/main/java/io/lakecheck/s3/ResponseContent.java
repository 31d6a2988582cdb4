// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** The content of a response with a successful status: a page, or an error that the SDK must handle. */
record ResponseContent(InputStream in) {

    /** The number of bytes at the start of the body in which an error is recognized. */
    private static final int START = 256;

    static ResponseContent of(InputStream body) {
        return new ResponseContent(new BufferedInputStream(new InterruptibleBody(body), START));
    }

    /** Returns whether the body describes an error, even though the status is 200. Does not consume anything. */
    boolean isError() throws IOException {
        in.mark(START);
        String start = new String(in.readNBytes(START), StandardCharsets.ISO_8859_1);
        in.reset();
        return start.contains("<Error>");
    }

    /**
     * Reads the page and closes the body.
     *
     * @throws InterruptedIOException if the server has stopped sending, the request was aborted, or the run has ended
     * @throws PageException if the body is not a complete list of objects, for example because the connection was lost
     */
    PageBody page() throws InterruptedIOException, PageException {
        try {
            PageBody page = PageBody.read(in);
            in.close();
            return page;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw PageException.cutOff(e);
        }
    }
}
