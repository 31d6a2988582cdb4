// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.StrayKind;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final Pattern NO_LETTERS = Pattern.compile("[^A-Za-z]+");

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

    /**
     * Returns whether a prefix contains a word in addition to that of a layout, as in {@code events_intraday_}, or
     * another word. Words with the same first letter may be misspelled.
     */
    private static boolean isOtherSeries(String prefix, String usual) {
        if (prefix.startsWith(usual)) {
            return isWord(prefix.substring(usual.length()));
        }
        boolean mayBeMisspelled = prefix.regionMatches(true, 0, usual, 0, 1);
        return isWord(prefix) && (usual.endsWith("=") || !mayBeMisspelled);
    }

    /** Returns whether a text contains a word, and not only one for the date after it, as in {@code date_}. */
    private static boolean isWord(String text) {
        return text.indexOf('=') < 0
                && text.matches(WORD)
                && !UnitWords.isUnit(NO_LETTERS.matcher(text).replaceAll(""));
    }
}
