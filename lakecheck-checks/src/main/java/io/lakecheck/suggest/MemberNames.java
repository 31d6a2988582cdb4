// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of folders next to each other that may contain datasets of the same shape, such as one for each tenant.
 *
 * @param key the key in the names, such as {@code tenant=}; empty if there is none
 * @param placeholder the placeholder for the names in a location
 * @param folders the names of the folders
 */
record MemberNames(String key, String placeholder, List<String> folders) {

    /** The minimum number of folders whose names differ only in numbers. */
    private static final int MIN_NUMBERED = 5;

    private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*=).*");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-[0-9]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** The placeholder for names that say nothing about what they stand for. */
    static final String ANY = "name";

    /** Matches what a suite takes for a date instead of a placeholder. */
    private static final Pattern DATE = Pattern.compile("date.*|[A-Za-z]|(?:([A-Za-z])\\1+[-_]?)+");

    /**
     * Returns the names if folders with such names usually have the same shape, otherwise empty.
     *
     * @param most the number of folders from which any names are accepted, because one entry for each would be too many
     */
    static Optional<MemberNames> of(List<String> folders, int most) {
        if (folders.size() < 2 || !folders.stream().allMatch(YamlScalar::isRepresentable)) {
            return Optional.empty();
        }
        var key = KEY.matcher(folders.get(0));
        String prefix = key.matches() ? key.group(1) : "";
        if (!prefix.isEmpty() && all(folders, Pattern.compile(Pattern.quote(prefix) + "[^=]+"))) {
            String name = prefix.substring(0, prefix.length() - 1);
            return Optional.of(new MemberNames(prefix, placeholder(name), folders));
        }
        if (all(folders, ACCOUNT)) {
            return Optional.of(new MemberNames("", "account", folders));
        }
        if (all(folders, REGION)) {
            return Optional.of(new MemberNames("", "region", folders));
        }
        String shape = NUMBER.matcher(folders.get(0)).replaceAll("0");
        boolean areNumbered = folders.size() >= MIN_NUMBERED
                && folders.stream()
                        .allMatch(name -> NUMBER.matcher(name).replaceAll("0").equals(shape));
        String word = shape.replaceFirst("[^A-Za-z].*", "");
        return areNumbered || folders.size() > most
                ? Optional.of(new MemberNames("", areNumbered ? placeholder(word) : ANY, folders))
                : Optional.empty();
    }

    private static String placeholder(String word) {
        return word.isEmpty() || DATE.matcher(word).matches() ? ANY : word;
    }

    private static boolean all(List<String> folders, Pattern pattern) {
        return folders.stream().allMatch(pattern.asMatchPredicate());
    }

    /** Returns the name of the member in a folder. */
    String name(String folder) {
        return folder.substring(key.length());
    }

    /** Returns some of the names. */
    MemberNames of(List<String> some) {
        return new MemberNames(key, placeholder, some);
    }
}
