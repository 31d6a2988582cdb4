// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resolver for the paths of local locations. If the path of the suite's folder starts with a drive letter or a server
 * name, all paths are in Windows syntax: backslashes separate names just like slashes, and paths may start with a drive
 * letter. Otherwise, there are no drive letters, and a backslash is an ordinary character.
 */
final class LocationPath {

    private static final Pattern DRIVE = Pattern.compile("([A-Za-z]):(.*)");
    private static final Pattern WINDOWS = Pattern.compile("[A-Za-z]:\\\\.*|\\\\\\\\.*");

    private LocationPath() {}

    /** Returns whether a folder's path is in Windows syntax. */
    static boolean isWindows(String base) {
        return WINDOWS.matcher(base).matches();
    }

    /**
     * Returns the absolute path with slashes, resolved against the suite's folder.
     *
     * @throws IllegalArgumentException if the path is not valid for a location
     */
    static String absolute(String path, String base) {
        if (isWindows(base)) {
            return onWindows(path, base.replace('\\', '/'));
        }
        if (DRIVE.matcher(path).matches()) {
            throw withoutDrives(path);
        }
        return resolve(path, base);
    }

    static InvalidValueException withoutDrives(String path) {
        return new InvalidValueException(
                "'" + Display.visible(path)
                        + "' starts with a drive letter, but this system does not use drive letters",
                "Expected a path such as /data/kpi/dt={date}/");
    }

    private static String onWindows(String text, String base) {
        String path = text.replace('\\', '/');
        Matcher drive = DRIVE.matcher(path);
        if (drive.matches()) {
            if (!drive.group(2).startsWith("/")) {
                throw new InvalidValueException(
                        "'" + Display.visible(text) + "' has a drive letter but is not an absolute path",
                        "Write " + drive.group(1) + ":/" + Display.visible(drive.group(2)));
            }
            return drive.group(1) + ":" + resolve(drive.group(2), "");
        }
        if (path.startsWith("/")) {
            return resolve(path, base);
        }
        Matcher own = DRIVE.matcher(base);
        return own.matches() ? own.group(1) + ":" + resolve(path, own.group(2)) : "/" + resolve(path, base);
    }

    /** Returns a path with slashes, resolved against {@code base} and without {@code .} and {@code ..}. */
    static String resolve(String path, String base) {
        if (path.startsWith("~")) {
            throw new InvalidValueException(
                    "unsupported '~' in a location", "Write ${HOME}" + Display.visible(path.substring(1)));
        }
        if (path.startsWith("//")) {
            return path;
        }
        if (!path.startsWith("/") && (base.indexOf('{') >= 0 || base.indexOf('}') >= 0)) {
            throw new InvalidValueException(
                    "the suite's folder " + Display.visible(base)
                            + " has a brace in its name, but braces in a location enclose dates",
                    "Rename the folder, or write the location as an absolute URL with %7B for { and %7D for }, such"
                            + " as file:///we%7Bird/dt={date}/");
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : (path.startsWith("/") ? path : base + "/" + path).split("/", -1)) {
            if (name.equals("..")) {
                leave(names);
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names) + (path.endsWith("/") && !names.isEmpty() ? "/" : "");
    }

    private static void leave(Deque<String> names) {
        String left = names.pollLast();
        if (left != null && left.indexOf('{') >= 0) {
            throw new InvalidValueException(
                    "'..' cancels out the dated folder '" + Display.visible(left) + "'",
                    "Remove both from the location");
        }
    }
}
