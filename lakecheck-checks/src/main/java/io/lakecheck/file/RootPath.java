// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.net.URI;
import java.nio.file.Path;

/**
 * A parser for the root of a lake, which is either a {@code file:} URI with percent-encoded characters or a plain path.
 */
final class RootPath {

    private static final String SCHEME = "file:";

    private RootPath() {}

    static Path parse(String text) {
        try {
            return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? ofUri(URI.create(text)) : Path.of(text);
        } catch (IllegalArgumentException e) {
            throw new LakeException(
                    Reason.UNREADABLE,
                    "'" + Display.visible(text) + "' is not a valid path or URI of a local folder ("
                            + Display.visible(String.valueOf(e.getMessage()))
                            + "). Use a URI such as file:/data/kpi/, with %20 for a space, or a plain path such as /data/kpi/."
                            + " Non-ASCII characters require a UTF-8 locale, for example LC_ALL=C.UTF-8.",
                    e);
        }
    }

    private static Path ofUri(URI uri) {
        return uri.isOpaque() ? Path.of(uri.getSchemeSpecificPart()) : Path.of(uri);
    }
}
