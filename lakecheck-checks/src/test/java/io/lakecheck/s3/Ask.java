// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.Optional;

/**
 * A LIST request as {@link StubS3} understood it.
 *
 * @param bucket whose
 * @param prefix of what
 * @param after behind which key
 * @param token which page; empty for the first
 */
record Ask(String bucket, String prefix, String after, Optional<String> token) {

    private static final String TOKEN = "page-";

    static String token(int page) {
        return TOKEN + page;
    }

    /** Counted from 0. */
    int page() {
        return token.map(text -> Integer.parseInt(text.substring(TOKEN.length())))
                .orElse(0);
    }
}
