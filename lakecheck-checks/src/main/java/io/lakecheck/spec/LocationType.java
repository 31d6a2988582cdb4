// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.LiteralNames;
import io.lakecheck.partition.Location;
import io.lakecheck.value.Display;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The syntax of locations: S3 URLs, {@code file:} URLs and local paths, which may be relative to the suite's folder.
 * Locations are handled as plain strings, because date patterns in braces are not valid in a URI or a path.
 */
final class LocationType {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");
    private static final Pattern BUCKET = Pattern.compile("//([^/{}]+)(/.*)?");
    private static final Pattern BUCKET_NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /** The maximum length of a location in characters, which is the maximum length of an S3 key. */
    private static final int LONGEST = 1024;

    /** A valid name for a member that is unlikely to occur in a location. */
    private static final String SAMPLE = "lakecheck-member";

    private LocationType() {}

    /**
     * Parses a location and makes a local one absolute.
     *
     * @param base the folder that relative locations are resolved against
     * @throws IllegalArgumentException if the text is not a valid location
     */
    static Location read(String text, Path base) {
        Path folder = base.toAbsolutePath();
        return read(text, folder.toString(), folder.toUri().getRawPath());
    }

    /**
     * Parses a location in which a placeholder stands for names that are found in the lake.
     *
     * @throws IllegalArgumentException if the text is not a valid location, or if the placeholder is in the wrong place
     */
    static Location readOpen(String text, String placeholder, Path base) {
        if (text.startsWith("file:")) {
            throw new InvalidValueException(
                    "names can't be found in a location that starts with file:",
                    "Write the location as a path, or list the names");
        }
        return read(text.replace(placeholder, SAMPLE), base).open(SAMPLE);
    }

    /**
     * Parses a location. The result does not depend on the operating system that this code runs on.
     *
     * @param base the path of the folder that relative locations are resolved against, in the syntax of the operating
     *     system
     * @param address the same path as it appears in a URL, with special characters escaped
     */
    static Location read(String text, String base, String address) {
        if (text.length() > LONGEST) {
            throw new InvalidValueException(
                    "the location has " + text.length() + " characters",
                    "Expected at most " + LONGEST + ", the maximum length of an S3 key");
        }
        LiteralNames.check(text);
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()) {
            return Location.of(LocationPath.absolute(text, base));
        }
        return switch (scheme.group(1)) {
            case "s3" -> inBucket(text, scheme.group(2));
            case "file" ->
                Location.of("file:" + LocationUrl.absolute(scheme.group(2), address, LocationPath.isWindows(base)));
            case "s3a", "s3n" ->
                throw new InvalidValueException(
                        "unsupported scheme '" + scheme.group(1) + ":'",
                        "Write s3:" + Display.visible(scheme.group(2)));
            default ->
                throw new InvalidValueException(
                        "unsupported scheme '" + Display.visible(scheme.group(1)) + ":'",
                        "Expected s3://bucket/path/dt={date}/ or the path of a local folder");
        };
    }

    private static Location inBucket(String text, String rest) {
        Matcher bucket = BUCKET.matcher(rest);
        if (!bucket.matches()) {
            throw new InvalidValueException(
                    "the bucket is missing from '" + Display.visible(text) + "'",
                    "Expected s3://bucket/path/dt={date}/, with dates only after the bucket");
        }
        if (!BUCKET_NAME.matcher(bucket.group(1)).matches()) {
            throw new InvalidValueException(
                    "invalid bucket name '" + Display.visible(bucket.group(1)) + "'",
                    "Expected 3 to 63 lowercase letters, digits, dots and hyphens");
        }
        return Location.of(text);
    }
}
