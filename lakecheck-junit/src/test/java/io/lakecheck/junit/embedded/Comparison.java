// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One of the servers in a comparison. Runs operations and describes the responses, without anything that differs
 * between servers anyway.
 */
final class Comparison {

    /** The XML elements to compare. The others contain IDs, owners and times. */
    private static final List<String> ELEMENTS = List.of(
            "Code",
            "Name",
            "Key",
            "Prefix",
            "Delimiter",
            "Size",
            "ETag",
            "IsTruncated",
            "KeyCount",
            "MaxKeys",
            "Marker",
            "NextMarker",
            "StartAfter",
            "EncodingType",
            "StorageClass",
            "PartNumber",
            "LocationConstraint",
            "Value");

    private static final List<String> HEADERS = List.of(
            "ETag",
            "Content-Type",
            "Content-Range",
            "Cache-Control",
            "x-amz-meta-day",
            "x-amz-meta-copied",
            "x-amz-tagging-count");

    /**
     * A multipart upload.
     *
     * @param path the path of the object that is being uploaded
     * @param etags the ETags of the uploaded parts by number
     */
    record Upload(String path, Map<Integer, String> etags) {

        Upload(String path) {
            this(path, new TreeMap<>());
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final HttpUser user;
    private final String authorization;
    private final Map<Upload, String> uploadIds = new HashMap<>();

    /** @param account the 12 digits of the AWS account whose buckets are listed, if the server has several */
    Comparison(HttpUser user, String account) {
        this.user = user;
        this.authorization = "AWS4-HMAC-SHA256 Credential=" + account
                + "/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0";
    }

    /** Runs an operation and returns a description of the response. */
    String run(RandomOperation operation) {
        String path = operation.path();
        if (operation.upload().isPresent() && !operation.startsUpload()) {
            path += (path.contains("?") ? "&" : "?") + "uploadId="
                    + uploadIds.getOrDefault(operation.upload().get(), "none");
        }
        HttpAnswer answer = send(operation, path);
        operation.upload().filter(upload -> operation.startsUpload()).ifPresent(upload -> answer.elements("UploadId")
                .forEach(id -> uploadIds.put(upload, id)));
        return operation.hasNextPages() ? names(operation, answer) : describe(operation, answer);
    }

    /**
     * Returns the keys and common prefixes on all pages. The pages themselves can't be compared, because LocalStack
     * sometimes announces another page that is empty.
     */
    private String names(RandomOperation operation, HttpAnswer first) {
        List<String> names = new ArrayList<>();
        HttpAnswer page = first;
        while (true) {
            names.add(page.status() < 300 ? "200" : page.error());
            names.addAll(page.elements("Key"));
            // The first prefix is that of the request.
            names.addAll(page.elements("Prefix").stream().skip(1).toList());
            if (!page.elements("IsTruncated").equals(List.of("true"))) {
                return names.stream().distinct().toList().toString();
            }
            page = send(operation, nextPage(operation, page));
        }
    }

    private static String nextPage(RandomOperation operation, HttpAnswer page) {
        List<String> token = page.elements("NextContinuationToken");
        if (!token.isEmpty()) {
            return operation.path() + "&continuation-token=" + PercentEncoding.encode(token.get(0));
        }
        List<String> marker = page.elements("NextMarker");
        List<String> keys = page.elements("Key");
        String next = marker.isEmpty() ? keys.get(keys.size() - 1) : marker.get(0);
        return operation.path() + "&marker=" + PercentEncoding.encode(unescape(next));
    }

    private HttpAnswer send(RandomOperation operation, String path) {
        String[] headers = Stream.concat(operation.headers().stream(), Stream.of("Authorization", authorization))
                .toArray(String[]::new);
        return user.send(operation.method(), path, operation.body().getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String describe(RandomOperation operation, HttpAnswer answer) {
        List<String> facts = new ArrayList<>();
        facts.add(Integer.toString(answer.status()));
        boolean isDocument = answer.text().startsWith("<?xml");
        if (answer.status() == 304) {
            return "304";
        }
        if (!isDocument) {
            HEADERS.stream()
                    .filter(name -> !answer.header(name).isEmpty())
                    .forEach(name -> facts.add(name + ": " + answer.header(name)));
            facts.add(answer.text());
        }
        if (operation.method().equals("HEAD") && answer.status() < 300) {
            facts.add("length " + answer.header("Content-Length"));
        }
        if (isDocument) {
            List<String> names = answer.status() < 300 ? ELEMENTS : List.of("Code");
            for (String name : names) {
                answer.elements(name).stream()
                        .filter(value -> !value.isEmpty())
                        .forEach(value -> facts.add(name + "=" + unescape(value)));
            }
        }
        return String.join(", ", facts);
    }

    private static String unescape(String xml) {
        return xml.replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
