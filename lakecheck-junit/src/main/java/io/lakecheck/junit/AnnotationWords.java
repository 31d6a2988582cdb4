// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.spec.Block;
import io.lakecheck.spec.Node;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The words of annotations: each attribute is the word of its name, so that a new word of the language is one more
 * attribute.
 */
record AnnotationWords(JavaWords words) {

    private static final Set<String> CHECKS = Set.of("recency", "size", "delta", "complete");

    /** Say which checks are meant and how, not what a dataset is. */
    private static final Set<String> NO_WORDS = Set.of("name", "partition", "asOf", "suite", "dataset", "variables");

    /** The suite of one dataset that an annotation states. */
    Node suite(LakeCheck said) {
        List<Node> checks = new ArrayList<>();
        addChecks(checks, "recency", said.recency());
        addChecks(checks, "size", said.size());
        addChecks(checks, "delta", said.delta());
        addChecks(checks, "complete", said.complete());
        String name = said.name().isEmpty() ? JavaWords.nameOf(said.location()) : said.name();
        List<Block.Entry> own = entries(said).stream()
                .filter(entry -> !CHECKS.contains(entry.name().text()) && isWord(entry))
                .toList();
        return words.suite(name, own, checks);
    }

    /** Whether it says anything that only a dataset's own words say. */
    boolean statesDataset(LakeCheck said) {
        return entries(said).stream().anyMatch(AnnotationWords::isWord);
    }

    private static boolean isWord(Block.Entry entry) {
        return !NO_WORDS.contains(entry.name().text());
    }

    private void addChecks(List<Node> checks, String name, Annotation... said) {
        for (Annotation check : said) {
            checks.add(words.block(List.of(words.entry(name, block(check)))));
        }
    }

    private Block block(Annotation said) {
        return words.block(entries(said));
    }

    private List<Block.Entry> entries(Annotation said) {
        List<Block.Entry> entries = new ArrayList<>();
        Arrays.stream(said.annotationType().getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(attribute -> node(ReflectionSupport.invokeMethod(attribute, said))
                        .ifPresent(value -> entries.add(words.entry(attribute.getName(), value))));
        return entries;
    }

    /** Empty where nothing is said. */
    private Optional<Node> node(Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(words.text(text));
        }
        if (value instanceof Annotation nested) {
            return Optional.of(block(nested));
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            node(Array.get(value, i)).ifPresent(nodes::add);
        }
        return nodes.size() < 2 ? nodes.stream().findFirst() : Optional.of(words.list(nodes));
    }
}
