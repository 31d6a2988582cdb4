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
 * The messages that one package shows to users, each with the name of the case that causes it. The package's golden
 * test compares them with {@code src/test/resources/sentences/<package>.txt}. This is the only place where their exact
 * wording is pinned: all other tests assert outcomes, positions and figures. After rewording a message, run the golden
 * test with {@code -Dlakecheck.update=true} to rewrite the file.
 */
public final class Sentences {

    private final Map<String, String> cases = new LinkedHashMap<>();

    /**
     * Adds a message.
     *
     * @param name the cause in a few words, for example {@code unknown key}
     */
    public Sentences add(String name, String sentence) {
        if (cases.put(name, sentence) != null) {
            throw new IllegalArgumentException("duplicate case: " + name);
        }
        return this;
    }

    /** Adds the message of the exception that {@code code} throws. */
    public Sentences addError(String name, ThrowingCallable code) {
        return add(name, message(code));
    }

    /** Returns the message of the exception that {@code code} throws. */
    public static String message(ThrowingCallable code) {
        return Objects.requireNonNull(Objects.requireNonNull(catchThrowable(code), "nothing was thrown")
                .getMessage());
    }

    /** Fails if the messages differ from those in the file. */
    public void check(String packageName) {
        GeneratedFile.check(
                Path.of("src", "test", "resources", "sentences", packageName + ".txt"),
                cases.entrySet().stream()
                        .map(entry ->
                                "[" + entry.getKey() + "]\n" + entry.getValue().stripTrailing() + "\n")
                        .collect(Collectors.joining("\n")));
    }
}
