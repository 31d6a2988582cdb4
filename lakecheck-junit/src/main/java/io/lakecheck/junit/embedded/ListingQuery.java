// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The parameters of a listing.
 *
 * @param prefix the prefix that all keys start with
 * @param delimiter keys that are the same up to this string are combined into a common prefix; an empty string combines
 *     none
 * @param after the key or common prefix after which the listing starts
 * @param isWithin whether the listing starts with the common prefix of {@code after} if more keys with that prefix
 *     follow
 * @param max the maximum number of keys and common prefixes on a page
 * @param isEncoded whether names in the response are percent-encoded
 */
record ListingQuery(String prefix, String delimiter, String after, boolean isWithin, int max, boolean isEncoded) {

    static final int MAX_KEYS = 1000;

    /**
     * @param maxParameter the name of the query parameter that sets the maximum number of entries
     * @throws S3ErrorException if a parameter is invalid
     */
    static ListingQuery of(QueryParameters query, String after, String maxParameter) {
        Optional<String> encoding = query.first("encoding-type").filter(value -> !value.isEmpty());
        if (encoding.isPresent() && !encoding.get().equals("url")) {
            throw S3ErrorCode.INVALID_ARGUMENT
                    .exception("Invalid Encoding Method specified in Request")
                    .with("ArgumentName", "encoding-type")
                    .with("ArgumentValue", encoding.get());
        }
        return new ListingQuery(
                query.text("prefix"),
                query.text("delimiter"),
                after,
                false,
                Math.min(query.number(maxParameter, 0, Integer.MAX_VALUE, MAX_KEYS), MAX_KEYS),
                encoding.isPresent());
    }

    ListingQuery within() {
        return new ListingQuery(prefix, delimiter, after, true, max, isEncoded);
    }

    /** Returns the common prefix that the listing contains instead of a key, or empty if it contains the key itself. */
    Optional<String> commonPrefix(String key) {
        int found = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return found < 0 ? Optional.empty() : Optional.of(key.substring(0, found + delimiter.length()));
    }

    UnaryOperator<String> encoding() {
        return isEncoded ? PercentEncoding::encode : UnaryOperator.identity();
    }

    Optional<String> encodingType() {
        return isEncoded ? Optional.of("url") : Optional.empty();
    }

    Optional<String> delimiterIfAny() {
        return delimiter.isEmpty() ? Optional.empty() : Optional.of(encoding().apply(delimiter));
    }
}
