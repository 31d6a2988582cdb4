// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a marker as written in a suite. A marker is inside the partition, or it has a location of its own: next
 * to the partition ({@code ../dt={date}.done}), above it ({@code ../_SUCCESS}) or elsewhere
 * ({@code s3://flags/{date}.done}).
 */
public final class MarkerPath {

    /** The part of a location that a relative path must not leave: the bucket, or the root of the file system. */
    private static final Pattern ROOT = Pattern.compile("([A-Za-z0-9]+://[^/]*/|[A-Za-z]+:/+|[A-Za-z]:/|/)?(.*)");

    /** A URL's scheme. Other names with a colon may be those of objects. */
    private static final Pattern SCHEME = Pattern.compile("(?i:s3[an]?|file|hdfs|https?):");

    private static final Pattern WILDCARDS = Pattern.compile("(?:\\*/)*\\*(?:\\.\\*)?");

    /** A folder above that is not at the start of a path, or that is the whole path. */
    private static final Pattern FOLDER_ABOVE = Pattern.compile("(?:^|/)\\.\\.$|(?:^|/)(?!\\.\\.?/)[^/]+/\\.\\./");

    private MarkerPath() {}

    /** Returns whether a marker is inside the partitions of a location. */
    public static boolean isInside(String marker, Location location) {
        return !isElsewhere(marker)
                && !marker.startsWith("../")
                && marker.indexOf('{') < 0
                && location.toString().endsWith("/");
    }

    private static boolean isElsewhere(String marker) {
        return marker.contains("://");
    }

    /**
     * Returns the location of a marker that is not inside the partitions of a dataset; otherwise empty.
     *
     * @param location the location of the dataset
     * @throws IllegalArgumentException if no marker can have this path
     */
    public static Optional<Location> outside(String marker, Location location) {
        if (marker.contains("**")) {
            throw impossible(marker, "'**' is not supported. Write one * for each folder, such as country=*/_SUCCESS");
        }
        check(marker, location);
        if (isElsewhere(marker)) {
            return Optional.of(checked(marker, marker, location));
        }
        String folder = location.toString().substring(0, location.toString().lastIndexOf('/') + 1);
        String path = resolve(folder, marker);
        return isInside(marker, location) ? Optional.empty() : Optional.of(checked(path, marker, location));
    }

    private static void check(String marker, Location location) {
        if (SCHEME.matcher(marker).lookingAt() && !isElsewhere(marker)) {
            throw impossible(marker, "it looks like a URL, but lacks //. Set, for example, s3://flags/{date}.done");
        }
        if (WILDCARDS.matcher(marker).matches()) {
            throw impossible(marker, "it matches any object, also the data. Set a name such as _SUCCESS or *.done");
        }
        if (FOLDER_ABOVE.matcher(marker).find()) {
            throw impossible(
                    marker,
                    "'..' is only allowed at its start, before the name of an object. Set a path such as"
                            + " ../_SUCCESS");
        }
        String folder = ObjectPath.withoutSlash(location.toString());
        String last = folder.substring(folder.lastIndexOf('/') + 1) + "/";
        if (location.period().isPresent() && location.toString().endsWith("/") && marker.startsWith(last)) {
            throw impossible(
                    marker,
                    "it is relative to the partition, so it must not repeat the partition's name. Set "
                            + Display.visible(marker.substring(last.length())));
        }
        LiteralNames.checkDates(LiteralNames.emptied(marker), "marker " + Display.visible(marker));
    }

    private static Location checked(String path, String marker, Location location) {
        if (path.equals(location.toString())) {
            throw impossible(marker, "it matches the data itself. Set the path of another object");
        }
        int wildcard = path.indexOf('*');
        if (location.period().isPresent()
                && wildcard >= 0
                && (path.indexOf('{') < 0 || wildcard < path.lastIndexOf('{'))) {
            throw impossible(marker, "'*' is only allowed after the last date. Set a path such as ../{date}*.done");
        }
        Location written = Location.file(path);
        Location found = location.period()
                .filter(period -> period.isMinutes() && written.hasMinutes())
                .map(written::lasting)
                .orElse(written);
        if (found.period().isPresent() && !found.period().equals(location.period())) {
            throw impossible(
                    marker,
                    "there is one marker per " + named(found, location) + ", but one partition per "
                            + named(location, found) + ". Use the same dates as in the location");
        }
        return found;
    }

    /** Returns the name of a location's period, with the month of its start if the other period has the same name. */
    private static String named(Location location, Location other) {
        Optional<String> name = location.period().map(Period::toString);
        return name.equals(other.period().map(Period::toString))
                ? location.period().map(PeriodNames::withStart).orElseThrow()
                : name.orElse("dataset");
    }

    private static String resolve(String folder, String marker) {
        Matcher root = ROOT.matcher(folder);
        if (!root.matches()) {
            throw new IllegalStateException("the pattern matches any text");
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : (root.group(2) + marker).split("/", -1)) {
            if (name.isEmpty() || name.equals(".")) {
                throw impossible(
                        marker, "a name in the path is empty or '.'. Set a path such as _SUCCESS or ../{date}.done");
            }
            if (!name.equals("..")) {
                names.addLast(name);
            } else if (names.pollLast() == null) {
                throw impossible(marker, "it leads outside the location's root. Use fewer .. in the path");
            }
        }
        return Optional.ofNullable(root.group(1)).orElse("") + String.join("/", names);
    }

    private static IllegalArgumentException impossible(String marker, String why) {
        return new IllegalArgumentException("invalid marker '" + Display.visible(marker) + "': " + why);
    }
}
