// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The body of a response. */
interface ResponseBody extends AutoCloseable {

    ResponseBody NONE = of(new byte[0]);

    long length();

    void writeTo(OutputStream out) throws IOException;

    @Override
    void close();

    static ResponseBody of(byte[] bytes) {
        return new ResponseBody() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }

            @Override
            public void close() {
                // Nothing to release.
            }
        };
    }

    /** Returns a body that consists of a range of the content. Closing it releases the content. */
    static ResponseBody of(Content content, ByteRange range) {
        return new ResponseBody() {
            @Override
            public long length() {
                return range.length();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try (InputStream in = content.open(range)) {
                    in.transferTo(out);
                }
            }

            @Override
            public void close() {
                content.release();
            }
        };
    }
}
