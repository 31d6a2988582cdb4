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

    /** Returns whether the response to a listing of this folder may name this bucket. */
    boolean mayName(String bucket) {
        return bucket.equals(folder.bucket()) || ALIASES.stream().anyMatch(folder.bucket()::endsWith);
    }

    /** Returns the bytes with which all listed keys start. */
    byte[] prefix() {
        return folder.prefix().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the length of the root's part of a listed key, in bytes. */
    int rootLength() {
        return root.prefix().getBytes(StandardCharsets.UTF_8).length;
    }
}
