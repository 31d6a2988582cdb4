// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.ObjectPath;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The signs that a job has finished writing a partition.
 *
 * @param marker the path of the object that the job writes last; empty if the job writes no marker
 * @param sealed whether data written after the marker makes the partition incomplete
 * @param absent globs for objects that the job removes when it has finished
 * @param quiet how long a partition without a marker must remain unchanged before it counts as complete; empty if it
 *     counts as complete immediately
 */
public record Completion(Optional<String> marker, boolean sealed, List<String> absent, Optional<Duration> quiet) {

    private static final Pattern DATE = Pattern.compile("\\{(?:date|[^{},]*(?:yy|MM|dd|HH)[^{},]*)}");

    public Completion {
        if (quiet.filter(span -> span.isNegative() || span.isZero()).isPresent()) {
            throw new IllegalArgumentException("quiet must be positive, but was " + quiet.get());
        }
        if (quiet.isPresent() && marker.isPresent()) {
            throw new IllegalArgumentException(
                    "marker and quiet are mutually exclusive: the marker already shows when a partition is complete."
                            + " Remove one of them");
        }
        absent = absent.stream().map(ObjectPath::withoutSlash).toList();
        absent.forEach(Completion::checkInside);
    }

    /** Rejects a glob that can't match any object in a partition. */
    private static void checkInside(String glob) {
        boolean isElsewhere = glob.startsWith("/")
                || glob.contains("://")
                || List.of(glob.split("/")).contains("..");
        if (isElsewhere) {
            throw new IllegalArgumentException("'" + Display.visible(glob)
                    + "' in absent is not inside the partition. Set a glob that is relative to the partition, such as"
                    + " *.tmp or _temporary");
        }
        if (DATE.matcher(glob).find()) {
            throw new IllegalArgumentException("'" + Display.visible(glob)
                    + "' in absent contains a date, but its braces list alternatives, such as {a,b}. Write * instead"
                    + " of the date");
        }
    }
}
