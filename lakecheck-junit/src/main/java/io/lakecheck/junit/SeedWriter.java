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
 * Puts seeded objects and enters when they count as written.
 *
 * @param client that leaves no trace
 * @param ledger where times are entered
 */
record SeedWriter(S3Client client, WriteTimes ledger) {

    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]+)/(.+)", Pattern.DOTALL);

    /** A server in memory holds all of it. */
    private static final long LARGEST = 100_000_000;

    /**
     * Puts an object; it counts as written then, or as written by the test where no time is given. Answers its ETag.
     */
    String put(String address, byte[] content, Optional<Instant> time) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address of an object; write s3://bucket/folder/name");
        }
        String etag = client.putObject(
                        put -> put.bucket(parts.group(1)).key(parts.group(2)), RequestBody.fromBytes(content))
                .eTag();
        time.ifPresentOrElse(then -> ledger.seeded(address, etag, then), () -> ledger.written(address));
        return etag;
    }

    void remove(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (parts.matches()) {
            client.deleteObject(gone -> gone.bucket(parts.group(1)).key(parts.group(2)));
        }
    }

    /** Content of this size that no job writes by chance: an ETag tells seeds from what replaced them. */
    static byte[] bytes(String address, long size) {
        if (size > LARGEST) {
            throw new IllegalArgumentException(
                    "a seed of " + size + " bytes is too much for a test; write at most 100 MB");
        }
        byte[] content = new byte[Math.toIntExact(size)];
        byte[] mark = ("lakecheck seed " + address).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(mark, 0, content, 0, Math.min(mark.length, content.length));
        return content;
    }
}
