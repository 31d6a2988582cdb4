// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An answer of the server, as it was sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpAnswer(int status, HttpHeaders headers, byte[] body) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns a header; an empty text if it is missing. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Returns the texts of all elements of this name. */
    List<String> elements(String name) {
        return Pattern.compile("<" + name + "(?: [^>]*)?>([^<]*)</" + name + ">")
                .matcher(text())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    String element(String name) {
        List<String> all = elements(name);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " elements " + name + " in " + text());
        }
        return all.get(0);
    }

    /** Returns status and code of an error. */
    String error() {
        return status + " " + element("Code");
    }
}
