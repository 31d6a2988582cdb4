// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Names for AWS resources, made from names of datasets, which may contain any characters. A name that had to be changed
 * ends in a digest, so that it is unique. Not thread-safe.
 */
final class ResourceNames {

    /** The maximum length, which leaves room for a prefix: the names of EventBridge rules have up to 64 characters. */
    private static final int LONGEST = 40;

    private static final int DIGEST = 8;

    private final Set<String> names = new HashSet<>();

    String of(String dataset) {
        String valid = dataset.replaceAll("[^A-Za-z0-9_-]", "-");
        boolean isUnchanged = valid.equals(dataset) && valid.length() <= LONGEST;
        return isUnchanged && names.add(dataset) ? dataset : shortened(valid, dataset);
    }

    private String shortened(String valid, String dataset) {
        String digest = UUID.nameUUIDFromBytes(dataset.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, DIGEST);
        String name = valid.substring(0, Math.min(valid.length(), LONGEST - DIGEST - 1)) + "-" + digest;
        names.add(name);
        return name;
    }
}
