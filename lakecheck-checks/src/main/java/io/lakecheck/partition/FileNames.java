// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.util.regex.Pattern;

/** The rules for the last name in a location, which determines whether partitions are folders or files. */
final class FileNames {

    /**
     * A name that ends with an extension such as {@code .csv} or {@code .json.gz}, after its last date if it has any.
     */
    private static final Pattern EXTENSION = Pattern.compile("[^{}]*\\.[A-Za-z][A-Za-z0-9]*");

    /** A name that contains a date and ends with a separator, and can therefore only be the start of longer names. */
    private static final Pattern START = Pattern.compile(".*}[^{}]*[-_.]");

    private FileNames() {}

    /**
     * Returns the template with a trailing slash if partitions are folders. If the template ends with a separator, a
     * wildcard is added.
     */
    static String complete(String template) {
        String complete = isFolder(template) && !template.endsWith("/") ? template + "/" : template;
        return START.matcher(lastName(complete)).matches() ? complete + "*" : complete;
    }

    /**
     * Checks the wildcards in a location.
     *
     * @param names the names to check: the whole template, or only the part of it that contains dates
     * @param template the whole template, for messages
     * @throws IllegalArgumentException if a wildcard is not supported
     */
    static void checkWildcards(String names, String template) {
        if (names.contains("**")) {
            throw new IllegalArgumentException("unsupported '**' in location " + Display.visible(template)
                    + ". Write '*', which matches any characters within a single name");
        }
        int wildcard = names.indexOf('*');
        if (wildcard >= 0 && (names.indexOf('}') < 0 || wildcard < names.lastIndexOf('}'))) {
            throw new IllegalArgumentException("unsupported '*' in location " + Display.visible(template)
                    + ": '*' is only allowed after the last date. Replace it with a folder name, and define a separate"
                    + " dataset for each folder");
        }
    }

    private static boolean isFolder(String template) {
        String name = lastName(template);
        boolean isRoot = name.equals(template) || template.endsWith("://" + name);
        String afterDate = name.substring(name.lastIndexOf('}') + 1);
        return isRoot
                || !(afterDate.indexOf('*') >= 0
                        || EXTENSION.matcher(afterDate).matches()
                        || START.matcher(name).matches());
    }

    private static String lastName(String template) {
        return template.substring(template.lastIndexOf('/') + 1);
    }
}
