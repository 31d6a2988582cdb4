// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.lake.Lifetime;
import io.lakecheck.value.Display;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys that define several datasets with the same location and checks as one entry of a suite. */
final class EachWords {

    /** The maximum number of datasets that one entry can define. */
    private static final int MOST = 10_000;

    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private static final Pattern BRACES = Pattern.compile("\\{(" + PLACEHOLDER.pattern() + ")}");

    /** Dates, whose pattern letters are repeated unless there is only one, such as {@code yyyy-MM-dd}. */
    private static final Pattern DATE = Pattern.compile("date.*|[A-Za-z]|(?:([A-Za-z])\\1+[-_]?)+");

    static final Term<Map<String, List<String>>> EACH = Term.optional(
            "each",
            new NamedType<>(
                    "placeholder",
                    new ListType<>(new TextType("name", "a name such as a, or *", "\\*|" + EntryMember.NAME.pattern())),
                    "a mapping of placeholders to names, such as tenant: [a, b]"),
            "{ tenant: [a, b] }",
            "The names to insert for placeholders in the location, to check several outputs of the same shape.",
            "With `location: s3://lake/tenant={tenant}/orders/dt={date}/`, an entry `orders` defines the datasets"
                    + " `orders[tenant=a]` and `orders[tenant=b]`. Several placeholders define a dataset for each"
                    + " combination of their names. Values of `dimensions` can contain placeholders too.",
            "With `*`, the names are those of the folders in the lake, which are listed once at the start of each run."
                    + " A name that tools write for rows without a value, such as `__HIVE_DEFAULT_PARTITION__` or"
                    + " `null`, causes a warning.");

    static final Term<Boolean> NEW = Term.defaulting(
            "new",
            new ChoiceType<>("outcome", List.of("warn", "ok"), Map.of("warn", true, "ok", false)),
            "warn",
            "ok",
            "The outcome for a new name, if names are found with `*`.",
            "A dataset is new if the 7 periods before the checked one have no data, unless `absent: ok` allows such gaps."
                    + " With `warn`, lakecheck also lists the previous period, usually in the same request. `complete`"
                    + " ignores the periods before the first data, unless one of the 7 periods before those that it checks"
                    + " has data.");

    static final Term<Lifetime.Ended> ENDED = Term.defaulting(
            "ended",
            ChoiceType.of("outcome", Lifetime.Ended.class),
            "fail",
            "warn",
            "The outcome for a name that no longer has data, if names are found with `*`.",
            "A dataset has ended if the last 7 periods have no data, but another name has some, unless `absent: ok` allows"
                    + " such gaps. With `warn` there is a single warning, and with `ok` its checks are skipped. If no name has data, checks fail as usual."
                    + " Only selected names count, so a name that is selected alone never ends.",
            "A name whose folder was deleted is not found and therefore not reported, unless `members` contains it.");

    static final Vocabulary MEMBER = new Vocabulary(
            "member", "The checks of one of the datasets that an entry defines.", List.of(CheckListType.CHECKS));

    static final Term<Map<String, BlockValues>> MEMBERS = Term.optional(
            "members",
            new NamedType<>(
                    "member", MEMBER, "a mapping of names under 'each' to checks, such as big: { checks: [ … ] }"),
            "{ big: { checks: [ size: { min: 1 GB } ] } }",
            "Names in `each` whose checks differ from those of the others.",
            "With several placeholders, write all of them: `\"region=eu,tenant=big\"`. If names are found with `*`, the"
                    + " names in `members` are checked even if they are not found.");

    private EachWords() {}

    /** Returns how the datasets of an entry may begin and end; empty if all names are known. */
    static Optional<Lifetime> lifetime(BlockValues entry) {
        return isFound(entry) ? Optional.of(new Lifetime(entry.of(NEW), entry.of(ENDED))) : Optional.empty();
    }

    private static boolean isFound(BlockValues entry) {
        return entry.find(EACH).orElse(Map.of()).values().stream().anyMatch(names -> names.contains(EntryMember.FOUND));
    }

    /** Returns the checks of members that differ from those of the others. */
    static Map<EntryMember, List<CheckListType.Item>> checks(BlockValues entry) {
        Map<EntryMember, List<CheckListType.Item>> all = new LinkedHashMap<>();
        named(entry).forEach((member, block) -> block.find(CheckListType.CHECKS)
                .ifPresent(checks -> all.put(member, checks)));
        return all;
    }

    private static Map<EntryMember, BlockValues> named(BlockValues entry) {
        Set<String> placeholders = entry.find(EACH).orElse(Map.of()).keySet();
        Map<EntryMember, BlockValues> all = new LinkedHashMap<>();
        entry.find(MEMBERS).orElse(Map.of()).forEach((label, block) -> EntryMember.labeled(label, placeholders)
                .ifPresent(member -> all.put(member, block)));
        return all;
    }

    /**
     * Returns the datasets that an entry defines. If its placeholders are invalid, reports problems and returns none.
     *
     * @param location the location as written; empty if it is invalid
     */
    static List<EntryMember> members(BlockValues entry, Optional<String> location, Problems problems) {
        Optional<Map<String, List<String>>> each = entry.find(EACH);
        rejectWithoutEach(entry, problems);
        if (!entry.contains(EACH) || each.isEmpty() || !entry.isValid()) {
            // Without the names, the location would have further problems.
            return entry.contains(EACH) ? List.of() : List.of(new EntryMember(Map.of()));
        }
        int before = problems.size();
        Origin origin = entry.valueOrigin(EACH);
        if (each.get().isEmpty()) {
            problems.add(
                    origin, "'each' is empty", "Add the names for a placeholder, such as each: { tenant: [a, b] }");
        }
        each.get().forEach((name, names) -> {
            checkPlaceholder(name, location, origin, problems);
            checkNames(name, names, origin, problems);
        });
        checkCount(each.get(), origin, problems);
        checkFound(each.get(), origin, problems);
        List<EntryMember> members = problems.size() > before ? List.of() : EntryMember.combinations(each.get());
        checkLabels(entry, members, problems);
        return problems.size() > before
                ? List.of()
                : Stream.concat(named(entry).keySet().stream(), members.stream())
                        .distinct()
                        .toList();
    }

    private static void rejectWithoutEach(BlockValues entry, Problems problems) {
        if (entry.contains(MEMBERS) && !entry.contains(EACH)) {
            problems.add(
                    entry.origin(MEMBERS), "'members' requires 'each'", "Add it, such as each: { tenant: [a, b] }");
        }
        for (Term<?> term : List.of(NEW, ENDED)) {
            if (entry.contains(term) && !isFound(entry) && entry.isValid()) {
                problems.add(
                        entry.origin(term),
                        "'" + term.name() + "' requires 'each' with *, because other datasets are always expected",
                        "Write each: { tenant: \"*\" }, or add names to 'each' and remove them from it instead");
            }
        }
    }

    /** Reports names in {@code members} that no dataset of the entry can have. */
    private static void checkLabels(BlockValues entry, List<EntryMember> members, Problems problems) {
        Set<String> placeholders = entry.find(EACH).orElse(Map.of()).keySet();
        entry.find(MEMBERS).orElse(Map.of()).keySet().stream()
                .filter(label -> !members.isEmpty())
                .filter(label -> EntryMember.labeled(label, placeholders).stream()
                        .noneMatch(member -> members.stream().anyMatch(any -> any.includes(member))))
                .forEach(label -> problems.add(
                        entry.origin(MEMBERS),
                        "unknown name '" + Display.visible(label) + "' in members",
                        "Expected "
                                + (placeholders.size() == 1
                                        ? "a name listed under 'each'"
                                        : "a name for every placeholder, such as "
                                                + Display.visible(members.get(0).label()))));
    }

    /** Returns the first text in braces that may have been meant as a placeholder rather than a date. */
    static Optional<String> firstPlaceholder(String location) {
        return BRACES.matcher(location)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !DATE.matcher(name).matches())
                .findFirst();
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
                            + " 'each'");
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
                    "the names under 'each' have more than " + MOST + " combinations",
                    "Split the suite into several");
        }
    }
}
