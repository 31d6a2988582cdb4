// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Location;
import io.lakecheck.Text;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads locations, and finds relative ones from the suite's folder. Works on text alone, so that dates in braces stay as they are. */
final class Locations {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
    private static final Pattern BUCKET = Pattern.compile("//[^/{}]+(/.*)?");

    private Locations() {}

    /**
     * The location that a text names: an S3 address, a {@code file:} address or a path. The latter two are absolute afterwards.
     *
     * @param base the folder from which relative ones are found
     * @throws IllegalArgumentException where there is none such
     */
    static Location read(String text, Path base) {
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()) {
            return Location.of(absolute(text, base.toAbsolutePath().toString()));
        }
        return switch (scheme.group(1)) {
            case "s3" -> inBucket(text, scheme.group(2));
            case "file" -> Location.of("file:" + absolute(scheme.group(2), folder(base)));
            case "s3a", "s3n" ->
                throw new Refusal(
                        "'" + scheme.group(1) + ":' is Hadoop's name for S3",
                        "write s3:" + Text.visible(scheme.group(2)));
            default ->
                throw new Refusal(
                        "'" + Text.visible(scheme.group(1)) + ":' is no lake that can be listed",
                        "write s3://bucket/path/dt={date}/, or the path of a local folder");
        };
    }

    private static Location inBucket(String text, String rest) {
        if (!BUCKET.matcher(rest).matches()) {
            throw new Refusal(
                    "'" + Text.visible(text) + "' names no bucket",
                    "write s3://bucket/path/dt={date}/, with the dates behind the bucket");
        }
        return Location.of(text);
    }

    private static String absolute(String path, String base) {
        if (path.startsWith("~")) {
            throw new Refusal("'~' is the shell's alone", "write ${HOME}" + Text.visible(path.substring(1)));
        }
        if (path.startsWith("//")) {
            return path;
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : (path.startsWith("/") ? path : base + "/" + path).split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }

    /** The path of a folder as an address has it, with its odd characters escaped. */
    private static String folder(Path base) {
        return base.toAbsolutePath().toUri().getRawPath();
    }
}
