// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.Optional;

/**
 * A LIST request as {@link StubS3} parsed it.
 *
 * @param bucket the bucket
 * @param prefix the prefix of the keys
 * @param after the key after which to start; empty to start with the first key
 * @param delimiter the end of the names of folders, which are then listed instead of the objects in them; empty to list
 *     all objects
 * @param token the token of the requested page; empty for the first page
 */
record ListRequest(String bucket, String prefix, String after, String delimiter, Optional<String> token) {

    private static final String TOKEN = "page-";

    static String token(int page) {
        return TOKEN + page;
    }

    /** Returns what the response lists for a key: the key itself, or its folder, ending with the delimiter. */
    String listed(String key) {
        int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return end < 0 ? key : key.substring(0, end + delimiter.length());
    }

    boolean isFolder(String listed) {
        return !delimiter.isEmpty() && listed.length() > prefix.length() && listed.endsWith(delimiter);
    }

    /** Returns the number of the requested page, counted from 0. */
    int page() {
        return token.map(text -> Integer.parseInt(text.substring(TOKEN.length())))
                .orElse(0);
    }
}
