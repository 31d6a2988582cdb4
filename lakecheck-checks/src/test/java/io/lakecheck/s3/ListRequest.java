// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A LIST request as {@link StubS3} parsed it.
 *
 * @param bucket the bucket
 * @param prefix the prefix of the keys
 * @param after the key after which to start; empty to start with the first key, or if there is a token
 * @param delimiter the end of the names of folders, which are then listed instead of the objects in them; empty to list
 *     all objects
 * @param token the token of the requested page; empty for the first page
 */
record ListRequest(String bucket, String prefix, String after, String delimiter, Optional<String> token) {

    private static final String TOKEN = "page-";
    private static final String START = "-after-";

    /** Returns the token of the page that follows the requested one. Like a token of S3, it contains the start key. */
    String nextToken() {
        String start = start();
        return TOKEN
                + (page() + 1)
                + (start.isEmpty() ? "" : START + HexFormat.of().formatHex(start.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the key after which the requested page's listing started; empty if it started with the first key. */
    String start() {
        return token.map(text -> text.contains(START) ? text.substring(text.indexOf(START) + START.length()) : "")
                .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8))
                .orElse(after);
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
        return token.map(text -> Integer.parseInt(text.split("-", 3)[1])).orElse(0);
    }

    /**
     * Returns the number of the requested page in a folder. A listing that starts within the folder continues one that
     * has read the first page together with what follows the folder.
     */
    int pageOfFolder() {
        boolean isContinued = prefix.endsWith("/") && start().startsWith(prefix);
        return page() + (isContinued ? 1 : 0);
    }
}
