// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The headers and tags that a client stores with an object.
 *
 * @param headers the headers to return with the object, with names in lower case
 * @param tags the tags, in the order in which the client sent them
 */
record ObjectAttributes(Map<String, String> headers, Map<String, String> tags) {

    static final String STORAGE_CLASS = "x-amz-storage-class";

    private static final String STANDARD = "STANDARD";
    private static final String METADATA = "x-amz-meta-";
    private static final int MAX_METADATA_BYTES = 2048;

    private static final List<String> RETURNED = List.of(
            "cache-control",
            "content-disposition",
            "content-language",
            "content-type",
            "expires",
            STORAGE_CLASS,
            "x-amz-server-side-encryption",
            "x-amz-server-side-encryption-aws-kms-key-id",
            "x-amz-server-side-encryption-bucket-key-enabled",
            "x-amz-website-redirect-location");

    ObjectAttributes {
        headers = Map.copyOf(headers);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /** @throws S3ErrorException if the metadata is too large */
    static ObjectAttributes of(RequestHeaders request) {
        Map<String, String> headers = new TreeMap<>(request.startingWith(METADATA));
        int bytes = headers.entrySet().stream()
                .mapToInt(each -> bytes(each.getKey()) - METADATA.length() + bytes(each.getValue()))
                .sum();
        if (bytes > MAX_METADATA_BYTES) {
            throw S3ErrorCode.METADATA_TOO_LARGE
                    .exception()
                    .with("Size", Integer.toString(bytes))
                    .with("MaxSizeAllowed", Integer.toString(MAX_METADATA_BYTES));
        }
        headers.put("content-type", "binary/octet-stream");
        for (String name : RETURNED) {
            request.first(name).ifPresent(value -> headers.put(name, value));
        }
        headers.remove(STORAGE_CLASS, STANDARD);
        contentEncoding(request).ifPresent(value -> headers.put("content-encoding", value));
        return new ObjectAttributes(headers, tags(request));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the object's content encoding, without {@code aws-chunked}, which applies only to the transfer. */
    private static Optional<String> contentEncoding(RequestHeaders request) {
        return request.first("Content-Encoding")
                .map(value -> Arrays.stream(value.split(","))
                        .map(String::trim)
                        .filter(each -> !each.toLowerCase(Locale.ROOT).equals("aws-chunked"))
                        .collect(Collectors.joining(",")))
                .filter(value -> !value.isEmpty());
    }

    private static Map<String, String> tags(RequestHeaders request) {
        return QueryParameters.parse(request.first("x-amz-tagging").orElse("")).values();
    }

    ObjectAttributes withTags(Map<String, String> other) {
        return new ObjectAttributes(headers, other);
    }

    String storageClass() {
        return headers.getOrDefault(STORAGE_CLASS, STANDARD);
    }
}
