// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import io.lakecheck.Dataset;
import io.lakecheck.partition.MemberFolder;
import io.lakecheck.value.Display;
import java.util.Optional;

/**
 * The folders of a dataset in S3.
 *
 * @param bucket the name of the bucket
 * @param root the key prefix of all the dataset's objects; empty if they have no common prefix
 * @param names the template of the names after the root, with dates in braces
 * @param marker the name of the marker; empty if the dataset has none
 * @param members the key prefix of the folder in which the names of members are found; empty if all names are known
 */
record S3Folders(String bucket, String root, String names, Optional<String> marker, Optional<String> members) {

    private static final String SCHEME = "s3://";

    /** @throws IllegalArgumentException if the dataset is not in S3 */
    static S3Folders of(Dataset dataset) {
        String root = dataset.location().root();
        if (!root.startsWith(SCHEME)) {
            throw new IllegalArgumentException("dataset '" + Display.visible(dataset.name()) + "' is not in S3 but in "
                    + Display.visible(root) + ", which a Lambda function can't read. Set its location to an S3 URL"
                    + " such as s3://refined/kpi/dt={date}/, or remove it from the suite.");
        }
        Optional<MemberFolder> members = dataset.location().memberFolder();
        String known = members.map(MemberFolder::start).orElse(root);
        int slash = known.indexOf('/', SCHEME.length());
        return new S3Folders(
                known.substring(SCHEME.length(), slash),
                known.substring(slash + 1),
                dataset.location().toString().substring(known.length()),
                dataset.marker(),
                members.map(folder -> folder.parent().substring(slash + 1)));
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
