// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Folders that may turn out to be strays. Whether a folder is a stray depends on the folders next to it, which may not
 * have been listed yet, so candidates are remembered. Only folders with a date somewhere in their name, such as
 * {@code 2026-01-05_old}, or with a key, such as {@code dt=null}, are remembered, up to a maximum number. Not
 * thread-safe.
 */
final class StrayFolders {

    private static final int MAX = 100_000;

    private static final Pattern DATED = Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}(?:[0-9]{2}){0,3}(?![0-9])");

    private final Map<String, Set<String>> names = new HashMap<>();
    private int count;

    /** Adds all folders in an object's key. Hidden folders and everything in them are ignored. */
    void add(String key) {
        int start = 0;
        for (int slash = key.indexOf('/'); slash >= 0 && !isHidden(key, start); slash = key.indexOf('/', start)) {
            String name = key.substring(start, slash);
            if (count < MAX
                    && (name.indexOf('=') >= 0 || isDated(name))
                    && namesIn(key.substring(0, start)).add(name)) {
                count++;
            }
            start = slash + 1;
        }
    }

    private static boolean isHidden(String key, int start) {
        return key.startsWith("_", start) || key.startsWith(".", start);
    }

    private static boolean isDated(String name) {
        return DATED.matcher(name).find();
    }

    private Set<String> namesIn(String folder) {
        return names.computeIfAbsent(folder, none -> new TreeSet<>());
    }

    /**
     * Returns the subfolders whose names contain a date or have the same key as the dated folders next to them. The
     * names are sorted, and each ends with a slash.
     *
     * @param name the text before the date in the names of the dated folders, such as {@code dt=}; it counts as a key
     *     only if it ends with an equals sign
     */
    List<String> in(String folder, String name) {
        return names.getOrDefault(folder, Set.of()).stream()
                .filter(each -> isDated(each) || (name.endsWith("=") && each.startsWith(name)))
                .map(each -> each + "/")
                .toList();
    }
}
