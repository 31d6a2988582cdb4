// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.StrayKind;
import io.lakecheck.value.Display;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folders that are next to a dataset's partitions, but that no check reads: for example, folders for rows without a
 * date, folders with a misspelled or impossible date, leftovers of a job, or archives. Because there may be any number
 * of strays, only the names of the most serious ones are kept.
 *
 * @param named the most serious strays, starting with the most serious kind
 * @param count the total number of strays
 * @param known the number of other folders, which can belong to partitions
 * @param failure the reason why a parent folder could not be listed; empty if all were listed
 */
public record Strays(List<Stray> named, long count, long known, Optional<LakeException> failure) {

    /** The number of strays whose names are kept; the others are only counted. */
    private static final int MAX_NAMED = 5;

    public static final Strays NONE = new Strays(List.of(), 0, 0, Optional.empty());

    /** The result for a folder that is not searched and is assumed to contain only partitions. */
    public static final Strays NOT_SEARCHED = new Strays(List.of(), 0, 1, Optional.empty());

    /**
     * The path, relative to a dataset's root, of the folder that contains the root. If it contains nothing either, it
     * is repeated for the folders above it.
     */
    public static final String ABOVE_ROOT = "../";

    /** The number of folders above the root to search. */
    private static final int MOST_ABOVE = 3;

    /**
     * Stands for the first objects in a dataset's root, which are listed if the partitions are not folders. It can't be
     * the path of a folder, because it does not end with a slash.
     */
    public static final String FIRST_OBJECTS = "*";

    /** Stands for the partitions that listings have passed although they are in the future or outside the calendar. */
    public static final String UNEXPECTED = "?";

    private static final String ROOT = "";

    /**
     * One stray folder.
     *
     * @param path the path relative to the dataset's root, without a trailing slash
     */
    public record Stray(String path, StrayKind kind) {

        private String name() {
            return Display.visible(path);
        }

        String text() {
            String explanation = kind.toString();
            return name() + (explanation.isEmpty() ? "" : " (" + explanation + ")");
        }
    }

    public Strays {
        named = named.stream()
                .sorted(Comparator.comparing(Stray::kind))
                .limit(MAX_NAMED)
                .toList();
    }

    /** Returns the result for a folder that could not be listed. */
    public static Strays failed(LakeException failure) {
        return new Strays(List.of(), 0, 0, Optional.of(failure));
    }

    /** Returns these strays and one more. */
    public Strays plus(Stray stray) {
        return plus(new Strays(List.of(stray), 1, 0, Optional.empty()));
    }

    /** Returns a copy of these strays that counts one more folder that can belong to a partition. */
    public Strays plusKnown() {
        return new Strays(named, count, known + 1, failure);
    }

    /** Returns these strays together with the strays of another folder. */
    public Strays plus(Strays others) {
        return new Strays(
                Stream.concat(named.stream(), others.named.stream()).toList(),
                count + others.count,
                known + others.known,
                failure.or(others::failure));
    }

    /**
     * Returns the folder whose content may explain why no data of the dataset was found, as a path relative to the
     * dataset's root; none if it has been searched. Like {@link Check#searches}, this method is called again with the
     * new evidence.
     */
    public static Set<String> explaining(Evidence evidence) {
        return level(evidence).stream()
                .filter(level -> !evidence.strays().containsKey(level))
                .collect(Collectors.toSet());
    }

    /**
     * Returns the last place to search for an explanation or, before that, the next one: the first of the folders above
     * the checked partition that has no subfolder of the dataset. If the root has no subfolders at all, the objects in
     * it come next, and then the folders next to it. If other partitions were found, only folders that contain none of
     * them can explain why the checked one is missing.
     */
    private static Optional<String> level(Evidence evidence) {
        if (!isMissing(evidence)) {
            return Optional.empty();
        }
        if (isNothingFound(evidence)) {
            return Optional.of(levelOfNothing(evidence));
        }
        List<String> parents = evidence.location().isSingleFolder()
                        && !evidence.dataset().presence().mayBeAbsent()
                ? parents(evidence)
                        .filter(parent -> !containsOthers(parent, evidence))
                        .toList()
                : List.of();
        return parents.isEmpty() ? Optional.empty() : Optional.of(firstUnknown(parents, evidence));
    }

    private static Stream<String> parents(Evidence evidence) {
        return evidence.dataset().presence().mayBeAbsent()
                ? evidence.location().datedParents(evidence.partition()).stream()
                : evidence.location().parents(evidence.partition()).stream();
    }

    private static boolean containsOthers(String parent, Evidence evidence) {
        return evidence.observations().entrySet().stream()
                .filter(other -> !(other.getValue() instanceof Snapshot found && found.hasNoObjects()))
                .anyMatch(other -> other.getKey().path().startsWith(parent));
    }

    private static String firstUnknown(List<String> parents, Evidence evidence) {
        return parents.stream()
                .filter(parent -> evidence.strays().getOrDefault(parent, NONE).known == 0)
                .findFirst()
                .orElse(parents.get(parents.size() - 1));
    }

    private static String levelOfNothing(Evidence evidence) {
        if (!evidence.location().isSingleFolder()) {
            return FIRST_OBJECTS;
        }
        if (evidence.partition().span().isEmpty()) {
            return aboveRoot(evidence.strays());
        }
        Map<String, Strays> searched = evidence.strays();
        String last = firstUnknown(parents(evidence).toList(), evidence);
        if (!last.equals(ROOT) || !searched.getOrDefault(ROOT, NOT_SEARCHED).isNothing()) {
            return last;
        }
        return searched.getOrDefault(FIRST_OBJECTS, NOT_SEARCHED).isNothing() ? aboveRoot(searched) : FIRST_OBJECTS;
    }

    /** Returns the first folder above the root that has not been searched or contains something. */
    private static String aboveRoot(Map<String, Strays> searched) {
        String level = ABOVE_ROOT;
        while (searched.getOrDefault(level, NOT_SEARCHED).isNothing()
                && level.length() < MOST_ABOVE * ABOVE_ROOT.length()) {
            level += ABOVE_ROOT;
        }
        return level;
    }

    private static boolean isAboveRoot(String level) {
        return level.startsWith(ABOVE_ROOT);
    }

    /**
     * Returns the folder that contains a dataset's root, or one further above.
     *
     * @param level {@link #ABOVE_ROOT}, repeated for each further level
     */
    public static String aboveRoot(String root, String level) {
        String above = root;
        for (int i = 0; i < level.length() && !above.endsWith("//"); i += ABOVE_ROOT.length()) {
            above = above.substring(0, above.lastIndexOf('/', above.length() - 2) + 1);
        }
        return above;
    }

    private boolean isNothing() {
        return count == 0 && known == 0 && failure.isEmpty();
    }

    /** Returns whether the checked partition is absent, although it is expected. */
    private static boolean isMissing(Evidence evidence) {
        return evidence.isDue()
                && evidence.dataset().expects(evidence.partition())
                && evidence.observations().get(evidence.partition()) instanceof Snapshot found
                && found.hasNoObjects();
    }

    /** Returns whether all listed partitions are absent. */
    static boolean isNothingFound(Evidence evidence) {
        return evidence.observations().values().stream()
                .allMatch(observation -> observation instanceof Snapshot found && found.hasNoObjects());
    }

    /**
     * Returns a phrase that names what exists instead of the checked partition; empty if nothing else exists, or if
     * others of the dataset's partitions are in the same folder.
     */
    public static Optional<String> insteadOf(Evidence evidence) {
        return level(evidence)
                .flatMap(level -> Optional.ofNullable(evidence.strays().get(level))
                        .filter(found -> found.count > 0 && (found.known == 0 || isAboveRoot(level)))
                        .map(found -> found.insteadOf(evidence, level)));
    }

    private String insteadOf(Evidence evidence, String level) {
        String root = Display.visible(evidence.location().root());
        if (isAboveRoot(level)) {
            String missing = aboveRoot(evidence.location().root(), level.substring(ABOVE_ROOT.length()));
            return Display.visible(missing) + " contains no folders; next to it: " + names();
        }
        if (level.equals(FIRST_OBJECTS)) {
            String examples = Display.firstOf(named.stream().map(Stray::text).toList(), named.size());
            return evidence.location().isSingleFolder()
                    ? root + " contains no folders, only objects such as " + examples
                            + "; to check files, end the location with their extension or *"
                    : root + " contains other objects, for example " + examples;
        }
        return "no folder in " + root + Display.visible(level) + " has a name such as "
                + Display.visible(evidence.partition().label().substring(level.length())) + ", only " + names();
    }

    /**
     * Returns a remark on partitions that were found although they are in the future or outside the calendar; empty if
     * there are none, or if a check searches for strays and reports them itself.
     */
    static Optional<String> unexpected(Evidence evidence) {
        boolean isFolder = evidence.location().toString().endsWith("/");
        boolean isSearched = evidence.dataset().checks().stream()
                .anyMatch(check -> check instanceof CompleteCheck complete
                        && (isFolder || complete.strays() == MissingPolicy.SKIP));
        return Optional.ofNullable(evidence.strays().get(UNEXPECTED))
                .filter(found -> found.count > 0 && !isSearched)
                .map(Strays::unexpected);
    }

    private String unexpected() {
        Map<StrayKind, List<String>> byKind = named.stream()
                .collect(Collectors.groupingBy(
                        Stray::kind, TreeMap::new, Collectors.mapping(Stray::name, Collectors.toList())));
        String names = byKind.entrySet().stream()
                .map(kind -> "data " + kind.getKey() + ": " + String.join(", ", kind.getValue()))
                .collect(Collectors.joining("; "));
        List<String> remedies = byKind.keySet().stream()
                .map(kind -> kind == StrayKind.FUTURE ? "the dates or the zone" : "the calendar")
                .toList();
        return names + (count > named.size() ? "; " + (count - named.size()) + " more" : "") + "; correct "
                + String.join(", ", remedies) + ", or delete the data";
    }

    /** Returns whether all strays are folders that the calendar does not expect. Such folders contain no lost data. */
    boolean areOnlyUnexpected() {
        return !named.isEmpty() && named.get(0).kind() == StrayKind.OUTSIDE_CALENDAR;
    }

    /**
     * Returns the strays as a phrase that is safe to print, for example {@code stray folders: dt=null (rows without a
     * date), old}.
     */
    String text() {
        return "stray " + (count == 1 ? "folder: " : "folders: ") + names();
    }

    private String names() {
        return Display.firstOf(named.stream().map(Stray::text).toList(), count);
    }
}
