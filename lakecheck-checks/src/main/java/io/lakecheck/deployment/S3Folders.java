// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import io.lakecheck.Dataset;
import io.lakecheck.value.Display;
import java.util.Optional;

/**
 * The folders of a dataset in S3.
 *
 * @param bucket the name of the bucket
 * @param root the key prefix of all the dataset's objects; empty if they have no common prefix
 * @param names the template of the names below the root, with dates in braces
 * @param marker the name of the marker; empty if the dataset has none
 */
record S3Folders(String bucket, String root, String names, Optional<String> marker) {

    private static final String SCHEME = "s3://";

    /** @throws IllegalArgumentException if the dataset is not in S3 */
    static S3Folders of(Dataset dataset) {
        String root = dataset.location().root();
        if (!root.startsWith(SCHEME)) {
            throw new IllegalArgumentException("dataset '" + Display.visible(dataset.name()) + "' is not in S3 but in "
                    + Display.visible(root) + ", which a Lambda function can't read. Set its location to an S3 URL"
                    + " such as s3://refined/kpi/dt={date}/, or remove it from the suite.");
        }
        int slash = root.indexOf('/', SCHEME.length());
        return new S3Folders(
                root.substring(SCHEME.length(), slash),
                root.substring(slash + 1),
                dataset.location().toString().substring(root.length()),
                dataset.marker());
    }

    /**
     * Returns a pattern, in EventBridge's wildcard syntax, for the keys of the objects that complete a partition: its
     * marker or, if the dataset has none, any of its objects. An asterisk also matches slashes.
     */
    String completingKeys() {
        String folders = names.replace("\\", "\\\\").replaceAll("\\{[^{}]*}", "*");
        boolean isFolder = names.isEmpty() || names.endsWith("/");
        String end = marker.map(name -> (isFolder ? "" : "/") + escaped(name)).orElse(isFolder ? "*" : "");
        return escaped(root) + (folders + end).replaceAll("(?<!\\\\)\\*+", "*");
    }

    /** Returns a pattern, in EventBridge's wildcard syntax, that matches only the given text. */
    static String escaped(String text) {
        return text.replaceAll("[*\\\\]", "\\\\$0");
    }
}
