// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that messages, comments and documentation pages don't contain words that readers stumble over, for example
 * "where" in a condition.
 */
class EnglishTest {

    /** Legitimate uses, as {@code file: phrase}. */
    private static final Set<String> ALLOWED = Set.of();

    /** Words that are avoided in every text. */
    private static final Pattern AVOIDED = phrases(
            ",\\s+where\\s+(?:it|the|a|an|nothing|there|that|this|no)",
            "where\\s+(?:nothing|there\\s+is|there\\s+are|it\\s+is|it\\s+has|they|one\\s+is|that\\s+is)",
            "(?<!there )is\\s+no(?!\\s+(?:longer|more\\s+than|later\\s+than))",
            "could\\s+not\\s+look",
            "looked\\s+at",
            "rang",
            "rings",
            "rung",
            "hears?",
            "heard",
            "told",
            "to\\s+tell",
            "says?\\s+that",
            "besides?",
            "behind",
            "stands?\\s+here",
            "let\\s+be",
            "lets?\\s+it\\s+be",
            "whoever");

    /** Words that are avoided in messages. */
    private static final Pattern AVOIDED_IN_MESSAGES = phrases("somebody", "nobody", "there\\s+is\\s+none");

    private static Pattern phrases(String... phrases) {
        return Pattern.compile(
                Stream.of(phrases)
                        .map(phrase -> phrase.startsWith(",") ? phrase + "\\b" : "\\b" + phrase + "\\b")
                        .reduce((one, other) -> one + "|" + other)
                        .orElseThrow(),
                Pattern.CASE_INSENSITIVE);
    }

    @Test
    void messages_and_comments_are_plain_english() {
        assertThat(MainSources.java().stream().flatMap(file -> Prose.ofJava(MainSources.text(file)).stream()
                        .flatMap(prose -> Stream.of(AVOIDED, AVOIDED_IN_MESSAGES)
                                .filter(words -> words == AVOIDED || prose.isLiteral())
                                .flatMap(words -> found(file, prose, words)))))
                .isEmpty();
    }

    @Test
    void pages_are_plain_english() {
        assertThat(MainSources.pages().stream()
                        .flatMap(file -> found(file, new Prose(0, 1, MainSources.text(file)), AVOIDED)))
                .isEmpty();
    }

    @Test
    void phrases_are_found_across_line_breaks() {
        List<Prose> prose = Prose.ofJava("""
                // Skipped where
                // it is empty.
                /** A date, where
                 * the folder has one. */
                String text = "this is " // joined
                String more = "this is" + '"'
                        + " no date";
                String sum = "it could "
                        + "not look";
                """);

        assertThat(prose.stream().flatMap(each -> AVOIDED.matcher(each.text())
                        .results()
                        .map(match -> each.lineAt(match.start()) + " " + phrase(match.group()))))
                .containsExactly("1 where it is", "3 , where the", "8 could not look");
    }

    private static Stream<String> found(Path file, Prose prose, Pattern words) {
        String name = MainSources.name(file);
        return words.matcher(prose.text())
                .results()
                .filter(match -> !ALLOWED.contains(name + ": " + phrase(match.group())))
                .map(match -> name + ":" + prose.lineAt(match.start()) + ": " + phrase(match.group()));
    }

    private static String phrase(String found) {
        return found.replaceAll("\\s+", " ");
    }
}
