// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference of all keys as Markdown, generated from the vocabulary: one short section per key. */
final class SuiteReference {

    private static final Group CALENDAR = new Group("Calendar keys", "", CalendarWords.WORDS);

    private static final Group SUITE = new Group("Suite keys", "", SuiteWords.WORDS);

    private static final Group EACH_CHECK = new Group(
            "Check keys",
            "",
            new Vocabulary(
                    "check",
                    "A dataset has a list of checks: "
                            + CheckListType.KINDS.stream()
                                    .map(kind -> kind.words().name())
                                    .map(name -> "[" + name + "](#" + name + ")")
                                    .collect(Collectors.joining(", "))
                            + ". These keys are valid in each of them.",
                    List.of(SharedTerms.SEVERITY)));

    /** The groups, in the order in which they appear on the page. */
    private static final List<Group> GROUPS = Stream.of(
                    Stream.of(
                            SUITE,
                            new Group("Dataset keys", "", DatasetWords.WORDS),
                            new Group("Member keys", "", EachWords.MEMBER),
                            CALENDAR,
                            EACH_CHECK),
                    CheckListType.KINDS.stream().map(CheckKind::words).map(words -> Group.of(words.name(), words)),
                    Stream.of(
                            Group.of("s3", ConnectionWords.S3),
                            Group.of("cloudwatch", MetricsWords.WORDS),
                            Group.of("cloudwatch.alarms", AlarmWords.WORDS),
                            Group.of("notify", NotificationWords.WORDS),
                            Group.of("deployment", DeploymentWords.WORDS)))
            .flatMap(groups -> groups)
            .toList();

    /**
     * A part of the page.
     *
     * @param title its heading
     * @param path the path of its mapping, such as {@code cloudwatch.alarms}
     * @param words its keys
     */
    private record Group(String title, String path, Vocabulary words) {

        static Group of(String path, Vocabulary words) {
            return new Group(path, path, words);
        }

        String link() {
            return "[" + title + "](#" + anchor(title) + ")";
        }

        /** Returns the keys that have a section in this group. The group links to the sections of all other keys. */
        List<Term<?>> documented() {
            return words.terms().stream()
                    .filter(term -> equals(home(term)) && groupOf(term).isEmpty())
                    .toList();
        }
    }

    /** The pages with more information about a group, by the title of the group. */
    private static final Map<String, String> PAGES = Map.of(
            "Calendar keys", "calendars.md",
            "complete", "missing-days.md",
            "cloudwatch", "metrics.md",
            "cloudwatch.alarms", "metrics.md",
            "notify", "notify.md",
            "deployment", "deployment.md");

    private SuiteReference() {}

    static String text() {
        return GROUPS.stream().map(SuiteReference::section).collect(Collectors.joining("\n"));
    }

    private static String section(Group group) {
        return "## " + group.title() + "\n\n" + group.words().purpose() + "\n\nKeys: "
                + group.words().terms().stream().map(SuiteReference::link).collect(Collectors.joining(", "))
                + "\n"
                + Optional.ofNullable(PAGES.get(group.title()))
                        .map(page -> "\nSee also: [" + page + "](" + page + ")\n")
                        .orElse("")
                + group.documented().stream()
                        .map(term -> sections(group.path(), term))
                        .collect(Collectors.joining());
    }

    /** Returns the section of a key, and the sections of the keys in its mapping. */
    private static String sections(String path, Term<?> term) {
        String own = "\n### " + join(path, term) + "\n\n" + term.purpose() + "\n\n" + facts(path, term)
                + "\n```yaml\n" + example(path, term) + "\n```\n"
                + term.notes().stream().map(note -> "\n" + note + "\n").collect(Collectors.joining());
        return term.type() instanceof Vocabulary words
                ? own
                        + words.terms().stream()
                                .map(inner -> sections(join(path, term), inner))
                                .collect(Collectors.joining())
                : own;
    }

    private static String facts(String path, Term<?> term) {
        List<String> facts = new ArrayList<>(List.of("- Type: " + type(path, term)));
        if (term.required()) {
            facts.add("- Required");
        }
        term.fallback().ifPresent(text -> facts.add("- Default: `" + text + "`"));
        List<String> places = GROUPS.stream()
                .filter(group ->
                        !group.equals(EACH_CHECK) && group.words().terms().contains(term))
                .map(group -> group.words().name())
                .toList();
        if (places.size() > 1) {
            facts.add("- Valid in: " + String.join(", ", places));
        }
        return String.join("\n", facts) + "\n";
    }

    private static String type(String path, Term<?> term) {
        if (term.type() instanceof Vocabulary words) {
            return "a mapping with "
                    + words.terms().stream()
                            .map(inner -> link(join(path, term), inner))
                            .collect(Collectors.joining(" and "));
        }
        if (term.type() instanceof CheckListType) {
            return "a list of checks, see " + EACH_CHECK.link();
        }
        if (term.type() instanceof NamedType<?> named && named.value() instanceof Vocabulary words) {
            return named.expected() + "; see " + group(words).map(Group::link).orElseThrow();
        }
        return term.type().expected();
    }

    /** Returns an example that shows a key in its context. */
    private static String example(String path, Term<?> term) {
        String value = term.name() + ": " + term.example();
        if (path.isEmpty()) {
            return value;
        }
        List<String> outer = List.of(path.split("\\."));
        boolean isCheck = CheckListType.KINDS.stream()
                .anyMatch(kind -> kind.words().name().equals(outer.get(0)));
        return (isCheck ? "- " : "")
                + outer.stream().map(key -> key + ": { ").collect(Collectors.joining())
                + value
                + " }".repeat(outer.size());
    }

    private static String link(Term<?> term) {
        return link(home(term).path(), term);
    }

    private static String link(String path, Term<?> term) {
        String heading = groupOf(term).map(Group::title).orElseGet(() -> join(path, term));
        return "[`" + term.name() + "`](#" + anchor(heading) + ")";
    }

    /** Returns the group that documents a key: the one in which it is set most often. */
    private static Group home(Term<?> term) {
        if (SharedTerms.CALENDAR_TERMS.contains(term)) {
            return CALENDAR;
        }
        return GROUPS.stream()
                .filter(group -> !group.equals(SUITE) && group.words().terms().contains(term))
                .findFirst()
                .orElse(SUITE);
    }

    /** Returns the group that contains the keys in this key's mapping. */
    private static Optional<Group> groupOf(Term<?> term) {
        return term.type() instanceof Vocabulary words ? group(words) : Optional.empty();
    }

    private static Optional<Group> group(Vocabulary words) {
        return GROUPS.stream().filter(group -> group.words().equals(words)).findFirst();
    }

    private static String join(String path, Term<?> term) {
        return path.isEmpty() ? term.name() : path + "." + term.name();
    }

    /** Returns the anchor that GitHub derives from a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(' ', '-').replace(".", "");
    }
}
