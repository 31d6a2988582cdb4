// SPDX-License-Identifier: Apache-2.0
package newcomer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A page of the project's documentation.
 *
 * @param path the page's path, relative to the root of the project
 */
record Page(String path) {

    static final Page README = new Page("README.md");
    static final Page JUNIT = new Page("docs/junit.md");

    private static final Pattern JAVA_SAMPLE = Pattern.compile("(?s)```java\n(.*?)```");

    /** Returns the Java samples on the page. */
    List<String> javaSamples() {
        return JAVA_SAMPLE
                .matcher(text())
                .results()
                .map((MatchResult sample) -> sample.group(1))
                .toList();
    }

    /** Returns the text between the comments {@code <!-- name -->} and {@code <!-- end of name -->}. */
    String between(String name) {
        String text = text();
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        if (!text.contains(begin) || !text.contains(end)) {
            throw new AssertionError(path + " does not contain the comments '" + begin.strip() + "' and '" + end + "'");
        }
        return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end));
    }

    private String text() {
        try {
            return Files.readString(Path.of("..", "..").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
