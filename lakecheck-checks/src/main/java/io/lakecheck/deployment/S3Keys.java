// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

/**
 * The keys of some of a dataset's objects in S3. Patterns are in EventBridge's wildcard syntax, in which an asterisk
 * matches any text, including slashes.
 *
 * @param bucket the name of the bucket
 * @param root the key prefix that all keys have; may be empty
 * @param names a pattern for the rest of the keys
 */
record S3Keys(String bucket, String root, String names) {

    static final String SCHEME = "s3://";

    /**
     * Returns the keys of the objects at a location.
     *
     * @param template the URL of the objects, with dates in braces and wildcards
     * @param known the start of the URL, which has no dates and no wildcards and ends at a slash or after it
     */
    static S3Keys of(String template, String known) {
        int slash = known.indexOf('/', SCHEME.length());
        return new S3Keys(
                known.substring(SCHEME.length(), slash),
                known.substring(slash + 1),
                wildcards(template.substring(known.length())));
    }

    /** Returns the keys of the objects whose paths, relative to these folders, match a glob. */
    S3Keys in(String glob) {
        return new S3Keys(bucket, root, names + wildcards(glob));
    }

    /** Returns a pattern for the keys. */
    String pattern() {
        return escaped(root) + withoutRepetition(names);
    }

    /** Returns the pattern of the last name in the keys. */
    String lastName() {
        return withoutRepetition(names.substring(names.lastIndexOf('/') + 1));
    }

    /** Returns a pattern for all keys whose last names match {@link #lastName}. */
    String anywhere() {
        return withoutRepetition("*" + lastName());
    }

    private static String wildcards(String text) {
        return text.replace("\\", "\\\\").replaceAll("\\{[^{}]*}|\\?", "*");
    }

    /** EventBridge refuses patterns with adjacent asterisks. */
    private static String withoutRepetition(String pattern) {
        return pattern.replaceAll("\\*+", "*");
    }

    private static String escaped(String text) {
        return text.replaceAll("[*\\\\]", "\\\\$0");
    }
}
