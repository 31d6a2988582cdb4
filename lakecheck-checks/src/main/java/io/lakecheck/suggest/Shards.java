// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.LakeObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Recognizes folders such as 00 to 07 that look like hours but are the shards of a day, which are written together. */
final class Shards {

    /** Matches a template in which nothing but its place shows that a number is an hour. */
    private static final Pattern UNNAMED_HOUR = Pattern.compile("/\\{H{1,2}}/$");

    private static final int HOURS = 24;

    private Shards() {}

    /**
     * Returns whether {@link #areIn(List, int)} is worth a request: all days have the same numbers, starting with 0.
     */
    static boolean mayBeIn(FolderLayout layout, List<LocalDateTime> times) {
        if (!UNNAMED_HOUR.matcher(layout.template()).find()) {
            return false;
        }
        Collection<Set<Integer>> hours = times.stream()
                .collect(Collectors.groupingBy(
                        LocalDateTime::toLocalDate,
                        Collectors.mapping(LocalDateTime::getHour, Collectors.toCollection(TreeSet::new))))
                .values()
                .stream()
                .<Set<Integer>>map(numbers -> numbers)
                .collect(Collectors.toSet());
        int count = hours.iterator().next().size();
        return hours.size() == 1
                && count > 1
                && count < HOURS
                && hours.contains(IntStream.range(0, count).boxed().collect(Collectors.toSet()));
    }

    /**
     * Returns whether all folders of a day were completed in less than half of the time that as many hours take.
     *
     * @param day the objects of the day
     * @param length the length of the day's path
     */
    static boolean areIn(List<LakeObject> day, int length) {
        Map<String, Instant> completed = new HashMap<>();
        for (LakeObject object : day) {
            String folder = object.key().substring(length).replaceFirst("/.*", "");
            completed.merge(folder, object.modified(), (a, b) -> a.isAfter(b) ? a : b);
        }
        return !completed.isEmpty()
                && Duration.between(Collections.min(completed.values()), Collections.max(completed.values()))
                                .multipliedBy(2)
                                .compareTo(Duration.ofHours(completed.size()))
                        < 0;
    }
}
