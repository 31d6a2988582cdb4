// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.stream.Collectors;

/** Makes the reference of all words from the vocabulary, as Markdown. */
final class SuiteReference {

    private SuiteReference() {}

    static String text() {
        return Everywhere.blocks().map(SuiteReference::section).collect(Collectors.joining("\n"));
    }

    private static String section(Vocabulary words) {
        String rows = words.terms().stream().map(term -> row(words, term)).collect(Collectors.joining());
        return "### " + words.name() + "\n\n" + words.doc()
                + "\n\n| word | value | example | default | |\n|---|---|---|---|---|\n" + rows;
    }

    private static String row(Vocabulary words, Term<?> term) {
        return "| `" + term.name() + "` | " + value(term) + " | `" + cell(term.example()) + "` | "
                + fallback(words, term) + " | " + cell(term.doc()) + " |\n";
    }

    private static String value(Term<?> term) {
        if (term.type() instanceof Vocabulary words) {
            return "see [" + words.name() + "](#" + words.name() + ")";
        }
        if (term.type() instanceof CheckListType) {
            return "a list of "
                    + CheckListType.KINDS.stream()
                            .map(kind -> kind.words().name())
                            .map(name -> "[" + name + "](#" + name + ")")
                            .collect(Collectors.joining(", "));
        }
        if (term.type() instanceof NamedType<?> named && named.value() instanceof Vocabulary words) {
            return "names, each with its [" + words.name() + "](#" + words.name() + ")";
        }
        return cell(term.type().expected());
    }

    private static String fallback(Vocabulary words, Term<?> term) {
        boolean isInherited = words.equals(DatasetWords.WORDS) || words.equals(CalendarWords.WORDS);
        if (isInherited && SharedTerms.INHERITED.contains(term)) {
            return "the suite's";
        }
        return term.required()
                ? "must be written"
                : term.fallback().map(text -> "`" + text + "`").orElse("");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
