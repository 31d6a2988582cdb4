// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A resolver for {@code file:} URLs of locations. */
final class LocationUrl {

    private static final Pattern DRIVE = Pattern.compile("(/*)([A-Za-z]:)([/\\\\].*)");
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private LocationUrl() {}

    /**
     * Returns the absolute path of a URL.
     *
     * @param path the part of the URL after the scheme; may be relative to the suite's folder
     * @param base the path of the suite's folder as it appears in a URL
     * @throws IllegalArgumentException if the URL is not a valid location
     */
    static String absolute(String path, String base, boolean isWindows) {
        Matcher drive = DRIVE.matcher(path);
        if (!drive.matches()) {
            return decodeAfterRoot(LocationPath.resolve(path, base), isWindows);
        }
        if (!isWindows) {
            throw LocationPath.withoutDrives("file:" + path);
        }
        if (!List.of("/", "///").contains(drive.group(1)) || path.indexOf('\\') >= 0) {
            throw new InvalidValueException(
                    "'file:" + Display.visible(path) + "' is not a valid file URL",
                    "Write file:///" + drive.group(2)
                            + Display.visible(drive.group(3).replace('\\', '/')));
        }
        return decodeAfterRoot(path, isWindows);
    }

    /**
     * Decodes the first folder name that contains a date and all names after it, because they are compared with names
     * that are rendered from dates. The names before them stay encoded.
     */
    private static String decodeAfterRoot(String path, boolean isWindows) {
        int date = path.indexOf('{');
        int end = date < 0 ? path.length() : path.lastIndexOf('/', date) + 1;
        try {
            URI root = new URI("file:" + path.substring(0, end));
            if (root.getAuthority() != null && !isWindows) {
                throw new InvalidValueException(
                        "unsupported host in 'file:" + Display.visible(path) + "'",
                        "Expected file:///data/kpi/dt={date}/ or a plain path");
            }
        } catch (URISyntaxException e) {
            throw new InvalidValueException(
                    "'file:" + Display.visible(path) + "' is not a valid URL (" + Display.visible(e.getReason()) + ")",
                    "Write %20 for a space, or use the plain path without file:");
        }
        return path.substring(0, end)
                + ESCAPES.matcher(path.substring(end))
                        .replaceAll(escapes ->
                                Matcher.quoteReplacement(URLDecoder.decode(escapes.group(), StandardCharsets.UTF_8)));
    }
}
