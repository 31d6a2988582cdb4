// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text after the date in names, which is either the same in all of them or can't be predicted. */
final class NameSuffix {

    /** The share of the names in which text must be the same to be regarded as part of the layout. */
    private static final double MIN_SHARE = 0.8;

    private static final Pattern EXTENSION = Pattern.compile("(?:\\.[A-Za-z][A-Za-z0-9]{0,9}){1,2}$");

    /** Matches a first character that is not part of a number, which may change. */
    private static final Pattern LEAD = Pattern.compile("[^0-9]");

    private NameSuffix() {}

    /** Returns the text that most names have after their date, or text with a wildcard if it differs. */
    static String common(Collection<String> suffixes) {
        String most = most(suffixes, Function.identity());
        if (share(suffixes, most::equals) >= (hasNumber(most) ? 1 : MIN_SHARE)) {
            return most;
        }
        String lead = most(suffixes, suffix -> LEAD.matcher(suffix).lookingAt() ? suffix.substring(0, 1) : "");
        String extension = most(suffixes, NameSuffix::extension);
        boolean isShared = share(suffixes, suffix -> suffix.length() > extension.length() && suffix.endsWith(extension))
                >= MIN_SHARE;
        return (share(suffixes, suffix -> suffix.startsWith(lead)) >= MIN_SHARE ? lead : "")
                + "*"
                + (isShared ? extension : "");
    }

    /** Returns whether text contains a number before its extension, such as the time of a run, which may change. */
    private static boolean hasNumber(String suffix) {
        return EXTENSION.matcher(suffix).replaceFirst("").chars().anyMatch(Character::isDigit);
    }

    private static double share(Collection<String> suffixes, java.util.function.Predicate<String> matching) {
        return (double) suffixes.stream().filter(matching).count() / suffixes.size();
    }

    private static String most(Collection<String> suffixes, Function<String, String> part) {
        return suffixes.stream().collect(Collectors.groupingBy(part, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String extension(String suffix) {
        var found = EXTENSION.matcher(suffix);
        return found.find() ? found.group() : "";
    }
}
