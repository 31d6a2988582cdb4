// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.util.Optional;

/**
 * The folder whose subfolders are named after members, which are datasets of the same shape that are found in the lake.
 * In {@code s3://lake/tenant=*}{@code /orders/dt={date}/}, the members are the subfolders of {@code s3://lake/} whose
 * names start with {@code tenant=}.
 *
 * @param parent the full path of the folder, ending with a slash
 * @param before the text before a member's name in the name of its folder, such as {@code tenant=}; may be empty
 * @param after the text after a member's name up to the member's own root, such as {@code /orders/}; ends with a slash
 */
public record MemberFolder(String parent, String before, String after) {

    /** The wildcard for the name of a member. */
    static final String ANY = "*";

    /**
     * Returns the folder for a root that contains a placeholder.
     *
     * @throws IllegalArgumentException if the placeholder is not part of exactly one folder name below a bucket
     */
    static MemberFolder of(String root, String placeholder) {
        int at = root.indexOf(placeholder);
        int start = root.lastIndexOf('/', at) + 1;
        boolean isOnce = at >= 0 && at == root.lastIndexOf(placeholder);
        if (!isOnce || start == 0 || root.startsWith("://", start - 3)) {
            throw new IllegalArgumentException(
                    "names can only be found in the lake if the placeholder is part of a single folder name before the"
                            + " first date, below the bucket. Move it there, or list the names");
        }
        return new MemberFolder(
                root.substring(0, start), root.substring(start, at), root.substring(at + placeholder.length()));
    }

    /**
     * Returns the name of the member that a subfolder belongs to; empty if the subfolder is hidden or its name does not
     * match.
     */
    public Optional<String> member(String subfolder) {
        String end = after.substring(0, after.indexOf('/'));
        boolean isMember = subfolder.length() > before.length() + end.length()
                && subfolder.startsWith(before)
                && subfolder.endsWith(end)
                && !subfolder.startsWith("_")
                && !subfolder.startsWith(".");
        return isMember
                ? Optional.of(subfolder.substring(before.length(), subfolder.length() - end.length()))
                : Optional.empty();
    }

    /** Returns the name of the member that contains an object; empty if none does. */
    public Optional<String> memberOf(String address) {
        int slash = address.startsWith(parent) ? address.indexOf('/', parent.length()) : -1;
        return slash < 0
                ? Optional.empty()
                : member(address.substring(parent.length(), slash)).filter(name -> address.startsWith(root(name)));
    }

    /** Returns the root of a member. */
    String root(String member) {
        return parent + before + member + after;
    }

    /** Returns the names of the subfolders as a pattern, for example {@code tenant=*}. */
    public String pattern() {
        return before + ANY + after.substring(0, after.indexOf('/'));
    }
}
