// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The parameters of a listing.
 *
 * @param root the location to which the keys of listed objects are relative
 * @param folder the location to list: the root or a folder under it
 * @param depth whether to list the whole folder or only its top level
 */
record ListQuery(S3Location root, S3Location folder, ListingDepth depth) {

    /** The suffixes of access point aliases. A listing through an alias names the underlying bucket. */
    private static final List<String> ALIASES = List.of("-s3alias", "--op-s3", "--ol-s3");

    /** Returns whether a response to this query may contain the given bucket's name. */
    boolean mayName(String bucket) {
        return bucket.equals(folder.bucket()) || ALIASES.stream().anyMatch(folder.bucket()::endsWith);
    }

    /** Returns the bytes with which all listed keys start. */
    byte[] prefix() {
        return folder.prefix().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the number of bytes at the start of each listed key that belong to the root. */
    int rootLength() {
        return root.prefix().getBytes(StandardCharsets.UTF_8).length;
    }
}
