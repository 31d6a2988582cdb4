// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a listing requests.
 *
 * @param root the location below which objects have relative keys
 * @param folder the location to list, at or below the root
 * @param depth how far below the folder to list
 */
record ListQuery(S3Location root, S3Location folder, ListingDepth depth) {

    /** Suffixes of access point aliases: their listings name the underlying bucket. */
    private static final List<String> ALIASES = List.of("-s3alias", "--op-s3", "--ol-s3");

    /** Returns whether a listing of this folder may name this bucket. */
    boolean mayName(String bucket) {
        return bucket.equals(folder.bucket()) || ALIASES.stream().anyMatch(folder.bucket()::endsWith);
    }

    /** Returns the start of all listed keys. */
    byte[] prefix() {
        return folder.prefix().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns how many bytes of a listed key the root takes. */
    int rootLength() {
        return root.prefix().getBytes(StandardCharsets.UTF_8).length;
    }
}
