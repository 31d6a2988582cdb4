// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.Optional;

/**
 * A LIST request as {@link StubS3} understood it.
 *
 * @param bucket whose
 * @param prefix of what
 * @param after behind which key
 * @param delimiter what ends the names of folders that are told in place of their objects; empty where all objects are
 * @param token which page; empty for the first
 */
record Ask(String bucket, String prefix, String after, String delimiter, Optional<String> token) {

    private static final String TOKEN = "page-";

    static String token(int page) {
        return TOKEN + page;
    }

    /** What is told of a key: the folder that it lies in, with the delimiter at its end, where that is enough. */
    String told(String key) {
        int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return end < 0 ? key : key.substring(0, end + delimiter.length());
    }

    boolean isFolder(String told) {
        return !delimiter.isEmpty() && told.length() > prefix.length() && told.endsWith(delimiter);
    }

    /** Counted from 0. */
    int page() {
        return token.map(text -> Integer.parseInt(text.substring(TOKEN.length())))
                .orElse(0);
    }
}
