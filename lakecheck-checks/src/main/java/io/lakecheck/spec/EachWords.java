// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys that define several datasets with the same location and checks as one entry of a suite. */
final class EachWords {

    /** The maximum number of datasets that one entry can define. */
    private static final int MOST = 10_000;

    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /** Pattern letters of dates, each of which is repeated, such as {@code yyyyMMdd}. */
    private static final Pattern DATE = Pattern.compile("date|(?:([A-Za-z])\\1+)+");

    static final Term<Map<String, List<String>>> EACH = Term.optional(
            "each",
            new NamedType<>(
                    "placeholder",
                    new ListType<>(new TextType("name", "a name such as a, or *", "\\*|[^/{}*\\r\\n\\u0000]+")),
                    "a mapping of placeholders to names, such as tenant: [a, b]"),
            "{ tenant: [a, b] }",
            "The names to insert for placeholders in the location, to check several outputs of the same shape.",
            "With `location: s3://lake/tenant={tenant}/orders/dt={date}/`, an entry `orders` defines the datasets"
                    + " `orders[tenant=a]` and `orders[tenant=b]`. Several placeholders define a dataset for each"
                    + " combination of their names. Values of `dimensions` can contain placeholders too.",
            "With `*`, the names are those of the folders in the lake, which are listed once at the start of each run.");

    private EachWords() {}

    /**
     * Returns the datasets that an entry defines. If its placeholders are invalid, reports problems and returns none.
     *
     * @param location the location as written; empty if it is invalid
     */
    static List<EntryMember> members(BlockValues entry, Optional<String> location, Problems problems) {
        Optional<Map<String, List<String>>> each = entry.find(EACH);
        if (!entry.contains(EACH) || each.isEmpty() || !entry.isValid()) {
            // Without the names, the location would have further problems.
            return entry.contains(EACH) ? List.of() : List.of(new EntryMember(Map.of()));
        }
        int before = problems.size();
        Origin origin = entry.valueOrigin(EACH);
        if (each.get().isEmpty()) {
            problems.add(origin, "each is empty", "Add the names for a placeholder, such as each: { tenant: [a, b] }");
        }
        each.get().forEach((name, names) -> {
            checkPlaceholder(name, location, origin, problems);
            checkNames(name, names, origin, problems);
        });
        checkCount(each.get(), origin, problems);
        checkFound(each.get(), origin, problems);
        return problems.size() > before ? List.of() : EntryMember.combinations(each.get());
    }

    private static void checkPlaceholder(String name, Optional<String> location, Origin origin, Problems problems) {
        String shown = "'" + Display.visible(EntryMember.placeholder(name)) + "'";
        if (!PLACEHOLDER.matcher(name).matches() || DATE.matcher(name).matches()) {
            problems.add(
                    origin,
                    "invalid placeholder " + shown,
                    "Expected a name of letters, digits, _ and - that is not a date pattern, such as tenant");
        } else if (location.filter(text -> !text.contains(EntryMember.placeholder(name)))
                .isPresent()) {
            problems.add(
                    origin,
                    "the location does not contain the placeholder " + shown,
                    "Add it to the location, such as s3://lake/tenant={tenant}/orders/dt={date}/, or remove it from"
                            + " each");
        }
    }

    private static void checkNames(String placeholder, List<String> names, Origin origin, Problems problems) {
        if (names.isEmpty()) {
            problems.add(origin, "no names for the placeholder '" + Display.visible(placeholder) + "'", "Add a name");
        }
        Set<String> unique = new HashSet<>();
        names.stream()
                .filter(name -> !unique.add(name))
                .distinct()
                .forEach(name -> problems.add(
                        origin,
                        "duplicate name '" + Display.visible(name) + "' for the placeholder '"
                                + Display.visible(placeholder) + "'",
                        "Remove one of them"));
    }

    private static void checkFound(Map<String, List<String>> each, Origin origin, Problems problems) {
        long found = each.values().stream()
                .filter(names -> names.contains(EntryMember.FOUND))
                .count();
        if (found > 1) {
            problems.add(
                    origin, "several placeholders have the value *", "List the names for all placeholders except one");
        }
        if (each.values().stream().anyMatch(names -> names.size() > 1 && names.contains(EntryMember.FOUND))) {
            problems.add(origin, "* can't be combined with names", "Write either * or a list of names");
        }
    }

    private static void checkCount(Map<String, List<String>> each, Origin origin, Problems problems) {
        double count = each.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
        if (count > MOST) {
            problems.add(
                    origin,
                    "the names in each have more than " + MOST + " combinations",
                    "Split the suite into several");
        }
    }
}
