// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Map;
import java.util.TreeMap;

/**
 * A response to a request. Closing it releases the content of its body.
 *
 * @param status the HTTP status
 * @param headers the headers, except those that describe the body's length
 * @param body the body
 */
record S3Response(int status, Map<String, String> headers, ResponseBody body) implements AutoCloseable {

    static S3Response empty(int status) {
        return new S3Response(status, Map.of(), ResponseBody.NONE);
    }

    static S3Response of(XmlDocument document) {
        return new S3Response(200, Map.of("Content-Type", "application/xml"), ResponseBody.of(document.bytes()));
    }

    static S3Response of(S3ErrorException error, String resource) {
        return of(error.document(resource)).withStatus(error.code().status());
    }

    private S3Response withStatus(int other) {
        return new S3Response(other, headers, body);
    }

    S3Response with(String name, String value) {
        return with(Map.of(name, value));
    }

    S3Response with(Map<String, String> additional) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(additional);
        return new S3Response(status, all, body);
    }

    boolean isSuccess() {
        return status < 300;
    }

    @Override
    public void close() {
        body.close();
    }
}
