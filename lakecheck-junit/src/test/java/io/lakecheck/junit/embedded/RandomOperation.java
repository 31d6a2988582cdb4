// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An operation to run on several servers.
 *
 * @param method the HTTP method
 * @param path the path and query
 * @param body the body
 * @param headers names and values, which alternate
 * @param upload the multipart upload that the operation is part of, if any
 * @param startsUpload whether the operation starts that upload
 * @param hasNextPages whether to request all pages of a listing
 */
record RandomOperation(
        String method,
        String path,
        String body,
        List<String> headers,
        Optional<Comparison.Upload> upload,
        boolean startsUpload,
        boolean hasNextPages) {

    static RandomOperation of(String method, String path) {
        return new RandomOperation(method, path, "", List.of(), Optional.empty(), false, false);
    }

    RandomOperation body(String text) {
        return new RandomOperation(method, path, text, headers, upload, startsUpload, hasNextPages);
    }

    RandomOperation xml(String text) {
        return body(text).header("Content-Type", "application/xml");
    }

    RandomOperation header(String name, String value) {
        List<String> all = new ArrayList<>(headers);
        all.add(name);
        all.add(value);
        return new RandomOperation(method, path, body, all, upload, startsUpload, hasNextPages);
    }

    RandomOperation starts(Comparison.Upload started) {
        return new RandomOperation(method, path, body, headers, Optional.of(started), true, hasNextPages);
    }

    RandomOperation of(Comparison.Upload existing) {
        return new RandomOperation(method, path, body, headers, Optional.of(existing), false, hasNextPages);
    }

    RandomOperation withNextPages() {
        return new RandomOperation(method, path, body, headers, upload, startsUpload, true);
    }
}
