// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Writes seeded objects and records the times to report for them.
 *
 * @param client a client whose writes are not recorded
 * @param writeTimes the server's write times
 */
record SeedWriter(S3Client client, WriteTimes writeTimes) {

    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]+)/(.+)", Pattern.DOTALL);

    /** The maximum size of an object, in bytes. It is limited because the content is created in memory. */
    private static final long MAX_SIZE = 100_000_000;

    /**
     * Writes an object.
     *
     * @param time the time to report for the object, or empty for the test's time
     * @return the object's ETag
     * @throws IllegalArgumentException if the address is invalid
     */
    String put(String address, byte[] content, Optional<Instant> time) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + address + "' is not the URL of an object. Write s3://bucket/folder/name.");
        }
        String etag = client.putObject(
                        put -> put.bucket(parts.group(1)).key(parts.group(2)), RequestBody.fromBytes(content))
                .eTag();
        writeTimes.recordSeed(address, etag, time);
        return etag;
    }

    void delete(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (parts.matches()) {
            client.deleteObject(object -> object.bucket(parts.group(1)).key(parts.group(2)));
        }
    }

    /**
     * Returns content of the given size. It differs from anything that a job would write, so that the ETag shows
     * whether a seeded object has been replaced.
     *
     * @throws IllegalArgumentException if the size is out of range
     */
    static byte[] content(String address, long size) {
        if (size > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "seed size out of range: " + size + " bytes. Use at most 100 MB per object.");
        }
        byte[] content = new byte[Math.toIntExact(size)];
        byte[] mark = ("lakecheck seed " + address).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(mark, 0, content, 0, Math.min(mark.length, content.length));
        return content;
    }
}
