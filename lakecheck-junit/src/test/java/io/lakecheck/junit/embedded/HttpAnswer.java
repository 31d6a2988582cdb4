// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A response from the server, as it was sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpAnswer(int status, HttpHeaders headers, byte[] body) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the value of a header, or an empty string if it is missing. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Returns the text of each XML element with this name. */
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

    /** Returns the status and the code of an error response. */
    String error() {
        return status + " " + element("Code");
    }
}
