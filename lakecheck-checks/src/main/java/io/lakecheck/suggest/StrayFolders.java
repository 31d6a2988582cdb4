// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Folders that hold no dated one, kept by what they lie in while a lake is listed: only what they lie beside tells, and
 * that may come later, whether they are strays. Kept are those with a date somewhere in their name, as
 * {@code 2026-01-05_old}, and those with a key, as {@code dt=null}; of a lake with very many only the first. For one
 * thread.
 */
final class StrayFolders {

    private static final int MOST = 100_000;

    private static final Pattern DATED = Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}(?:[0-9]{2}){0,3}(?![0-9])");

    private final Map<String, Set<String>> names = new HashMap<>();
    private int count;

    /** Takes the folders of an object. What is hidden is left out, with all below it. */
    void add(String key) {
        int start = 0;
        for (int slash = key.indexOf('/'); slash >= 0 && !isHidden(key, start); slash = key.indexOf('/', start)) {
            String name = key.substring(start, slash);
            if (count < MOST
                    && (name.indexOf('=') >= 0 || isDated(name))
                    && in(key.substring(0, start)).add(name)) {
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

    private Set<String> in(String folder) {
        return names.computeIfAbsent(folder, none -> new TreeSet<>());
    }

    /**
     * Those in a folder that look like dates or have the same key, with a slash at the end of each, in the order of
     * their names.
     *
     * @param name what stands before the dates of the others there: {@code dt=}; without an equals sign it is no key
     */
    List<String> beside(String folder, String name) {
        return names.getOrDefault(folder, Set.of()).stream()
                .filter(each -> isDated(each) || (name.endsWith("=") && each.startsWith(name)))
                .map(each -> each + "/")
                .toList();
    }
}
