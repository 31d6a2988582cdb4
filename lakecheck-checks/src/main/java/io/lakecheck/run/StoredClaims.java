// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.s3.S3Folder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Claims that are stored as small objects in S3, one for each result. If several requests try to create the same
 * object, only one of them succeeds. An object contains the IDs of the events that may publish the result, one per
 * line, and is empty once the result has been published.
 */
record StoredClaims(S3Folder folder) implements Claims {

    private static final int LIMIT = 1 << 20;

    @Override
    public boolean claim(String result, Set<String> events) {
        String file = file(result);
        if (folder.create(file, String.join("\n", events).getBytes(StandardCharsets.UTF_8))) {
            return true;
        }
        Optional<S3Folder.Content> claim = folder.read(file, LIMIT);
        return claim.map(content -> new String(content.bytes(), StandardCharsets.UTF_8)
                        .lines()
                        .collect(Collectors.toSet()))
                .map(owners -> !Collections.disjoint(owners, events))
                .orElse(true);
    }

    @Override
    public void published(String result, Set<String> events) {
        folder.write(file(result), new byte[0], "text/plain");
    }

    private static String file(String result) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(result.getBytes(StandardCharsets.UTF_8));
            return "published/" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
