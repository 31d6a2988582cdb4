// SPDX-License-Identifier: Apache-2.0
package newcomer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's README. */
final class Readme {

    private Readme() {}

    /** What stands between the comments that begin and end a part, which a test holds. */
    static String between(String part) throws IOException {
        String text = Files.readString(Path.of("..", "..", "README.md"));
        String begin = "<!-- " + part + " -->\n";
        String end = "<!-- end of " + part + " -->\n";
        if (!text.contains(begin) || !text.contains(end)) {
            throw new AssertionError("README.md has no part " + begin + end);
        }
        return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end));
    }
}
