// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * The sentences that one package shows to people, each under the name of the case that causes it. The golden test of
 * the package compares them with {@code src/test/resources/sentences/<package>.txt}, the only place where they are
 * pinned word for word: all other tests assert outcomes, positions and figures. After a rewording,
 * {@code -Dlakecheck.update=true} rewrites the file.
 */
public final class Sentences {

    private final Map<String, String> cases = new LinkedHashMap<>();

    /**
     * Adds a sentence.
     *
     * @param name what causes it, in a few words: {@code unknown key}
     */
    public Sentences add(String name, String sentence) {
        if (cases.put(name, sentence) != null) {
            throw new IllegalArgumentException("duplicate case: " + name);
        }
        return this;
    }

    /** Adds the message of the exception that code throws. */
    public Sentences addError(String name, ThrowingCallable code) {
        return add(name, message(code));
    }

    /** Returns the message of the exception that code throws. */
    public static String message(ThrowingCallable code) {
        return Objects.requireNonNull(Objects.requireNonNull(catchThrowable(code), "nothing was thrown")
                .getMessage());
    }

    /** Fails if a sentence differs from the file, or if the file has others. */
    public void check(String packageName) {
        GeneratedFile.check(
                Path.of("src", "test", "resources", "sentences", packageName + ".txt"),
                cases.entrySet().stream()
                        .map(entry ->
                                "[" + entry.getKey() + "]\n" + entry.getValue().stripTrailing() + "\n")
                        .collect(Collectors.joining("\n")));
    }
}
