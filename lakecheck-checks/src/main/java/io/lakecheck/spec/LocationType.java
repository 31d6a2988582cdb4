// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.Location;
import io.lakecheck.value.Display;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads locations, and finds relative ones from the suite's folder. Works on text alone, so that dates in braces stay
 * as they are. On Windows, which a drive or a server at the head of the suite's folder shows, backslashes part names as
 * slashes do and {@code C:\\} is a drive; elsewhere there are no drives, and a backslash is a letter.
 */
final class LocationType {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");
    private static final Pattern DRIVE = Pattern.compile("([A-Za-z]):(.*)");
    private static final Pattern DRIVE_IN_ADDRESS = Pattern.compile("(/*)([A-Za-z]:)([/\\\\].*)");
    private static final Pattern WINDOWS = Pattern.compile("[A-Za-z]:\\\\.*|\\\\\\\\.*");
    private static final Pattern BUCKET = Pattern.compile("//([^/{}]+)(/.*)?");
    private static final Pattern BUCKET_NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    /** As long as S3's longest key. */
    private static final int LONGEST = 1024;

    private LocationType() {}

    /**
     * The location that a text names: an S3 address, a {@code file:} address or a path. The latter two are absolute
     * afterwards.
     *
     * @param base the folder from which relative ones are found
     * @throws IllegalArgumentException where there is none such
     */
    static Location read(String text, Path base) {
        Path folder = base.toAbsolutePath();
        return read(text, folder.toString(), folder.toUri().getRawPath());
    }

    /**
     * The same for a folder of any system.
     *
     * @param base its path as that system writes it
     * @param address its path as an address has it, with its odd characters escaped
     */
    static Location read(String text, String base, String address) {
        if (text.length() > LONGEST) {
            throw new InvalidValueException(
                    "a location of " + text.length() + " characters is longer than any key on S3",
                    "write at most " + LONGEST);
        }
        boolean windows = WINDOWS.matcher(base).matches();
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()) {
            return Location.of(windows ? onWindows(text, base.replace('\\', '/')) : onUnix(text, base));
        }
        return switch (scheme.group(1)) {
            case "s3" -> inBucket(text, scheme.group(2));
            case "file" -> Location.of("file:" + inAddress(scheme.group(2), address, windows));
            case "s3a", "s3n" ->
                throw new InvalidValueException(
                        "'" + scheme.group(1) + ":' is Hadoop's name for S3",
                        "write s3:" + Display.visible(scheme.group(2)));
            default ->
                throw new InvalidValueException(
                        "'" + Display.visible(scheme.group(1)) + ":' is no lake that can be listed",
                        "write s3://bucket/path/dt={date}/, or the path of a local folder");
        };
    }

    private static Location inBucket(String text, String rest) {
        Matcher bucket = BUCKET.matcher(rest);
        if (!bucket.matches()) {
            throw new InvalidValueException(
                    "'" + Display.visible(text) + "' names no bucket",
                    "write s3://bucket/path/dt={date}/, with the dates behind the bucket");
        }
        if (!BUCKET_NAME.matcher(bucket.group(1)).matches()) {
            throw new InvalidValueException(
                    "no bucket can be called '" + Display.visible(bucket.group(1)) + "'",
                    "names have 3 to 63 small letters, digits, dots and hyphens");
        }
        return Location.of(text);
    }

    private static String onUnix(String path, String base) {
        if (DRIVE.matcher(path).matches()) {
            throw noDrive(path);
        }
        return absolute(path, base);
    }

    private static InvalidValueException noDrive(String path) {
        return new InvalidValueException(
                "'" + Display.visible(path) + "' begins with a drive, and there are none here",
                "write a path such as /data/kpi/dt={date}/");
    }

    private static String onWindows(String text, String base) {
        String path = text.replace('\\', '/');
        Matcher drive = DRIVE.matcher(path);
        if (drive.matches()) {
            if (!drive.group(2).startsWith("/")) {
                throw new InvalidValueException(
                        "'" + Display.visible(text) + "' begins with a drive but not at its root",
                        "write " + drive.group(1) + ":/" + Display.visible(drive.group(2)));
            }
            return drive.group(1) + ":" + absolute(drive.group(2), "");
        }
        if (path.startsWith("/")) {
            return absolute(path, base);
        }
        Matcher own = DRIVE.matcher(base);
        return own.matches() ? own.group(1) + ":" + absolute(path, own.group(2)) : "/" + absolute(path, base);
    }

    private static String inAddress(String path, String base, boolean windows) {
        Matcher drive = DRIVE_IN_ADDRESS.matcher(path);
        if (!drive.matches()) {
            return decodedBehindRoot(absolute(path, base), windows);
        }
        if (!windows) {
            throw noDrive("file:" + path);
        }
        if (!List.of("/", "///").contains(drive.group(1)) || path.indexOf('\\') >= 0) {
            throw new InvalidValueException(
                    "'file:" + Display.visible(path) + "' is not how an address names a drive",
                    "write file:///" + drive.group(2)
                            + Display.visible(drive.group(3).replace('\\', '/')));
        }
        return decodedBehindRoot(path, windows);
    }

    /** Of an address only the folder above the first date is one: behind it are names, as dates make them. */
    private static String decodedBehindRoot(String path, boolean windows) {
        int date = path.indexOf('{');
        int end = date < 0 ? path.length() : path.lastIndexOf('/', date) + 1;
        try {
            URI root = new URI("file:" + path.substring(0, end));
            if (root.getAuthority() != null && !windows) {
                throw new InvalidValueException(
                        "'file:" + Display.visible(path) + "' names a server",
                        "write file:///data/kpi/dt={date}/, or a plain path");
            }
        } catch (URISyntaxException e) {
            throw new InvalidValueException(
                    "'file:" + Display.visible(path) + "' is no address (" + Display.visible(e.getReason()) + ")",
                    "write %20 for a space, or the plain path without file:");
        }
        return path.substring(0, end)
                + ESCAPES.matcher(path.substring(end))
                        .replaceAll(escapes ->
                                Matcher.quoteReplacement(URLDecoder.decode(escapes.group(), StandardCharsets.UTF_8)));
    }

    private static String absolute(String path, String base) {
        if (path.startsWith("~")) {
            throw new InvalidValueException(
                    "'~' is the shell's alone", "write ${HOME}" + Display.visible(path.substring(1)));
        }
        if (path.startsWith("//")) {
            return path;
        }
        if (!path.startsWith("/") && (base.indexOf('{') >= 0 || base.indexOf('}') >= 0)) {
            throw new InvalidValueException(
                    "the suite's folder " + Display.visible(base) + " has a brace in its name, where dates would stand",
                    "move the suite, or write the whole path as file:/…, with %7B and %7D for braces");
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : (path.startsWith("/") ? path : base + "/" + path).split("/", -1)) {
            if (name.equals("..")) {
                String left = names.pollLast();
                if (left != null && left.indexOf('{') >= 0) {
                    throw new InvalidValueException(
                            "'..' takes " + Display.visible(left) + " out again", "leave both of them out");
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }
}
