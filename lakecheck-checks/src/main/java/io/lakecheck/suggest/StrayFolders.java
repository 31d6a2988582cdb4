// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.StrayKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders next to dated ones that do not follow their layout.
 *
 * @param mistakes the paths of those that are probably mistakes, such as {@code dt=2026-1-5/}
 * @param others the paths of those that have another purpose, such as {@code latest/}
 */
record StrayFolders(List<String> mistakes, List<String> others) {

    /** The minimum length of a word that makes dated folders a series of their own. */
    private static final String WORD = ".*[A-Za-z]{3,}.*";

    /**
     * Returns the folders, each in one of the lists.
     *
     * @param paths the paths of folders, each ending with a slash
     * @param prefix the text before the date in the names of the dated folders
     */
    static StrayFolders of(Stream<String> paths, String prefix) {
        List<String> all = paths.distinct().sorted().toList();
        return new StrayFolders(
                all.stream().filter(path -> isMistake(name(path), prefix)).toList(),
                all.stream().filter(path -> !isMistake(name(path), prefix)).toList());
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    }

    private static boolean isMistake(String name, String prefix) {
        return DatedName.first(name)
                .map(dated -> !isOtherSeries(dated.prefix(), prefix))
                .orElseGet(() -> switch (StrayKind.ofName(name)) {
                    case NO_DATE, PLACEHOLDER -> true;
                    case INVALID_DATE ->
                        Character.isDigit(name.charAt(0)) || (!prefix.isEmpty() && name.startsWith(prefix));
                    default -> false;
                });
    }

    /** Returns whether a prefix contains a word in addition to that of a layout, as in {@code events_intraday_}. */
    private static boolean isOtherSeries(String prefix, String usual) {
        return prefix.indexOf('=') < 0
                && (prefix.startsWith(usual)
                        ? prefix.substring(usual.length()).matches(WORD)
                        : usual.endsWith("=") && prefix.matches(WORD));
    }
}
