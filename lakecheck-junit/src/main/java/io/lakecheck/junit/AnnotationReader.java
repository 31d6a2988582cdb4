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
 * Converts {@link LakeCheck} annotations to suites. Each attribute becomes the key with the same name in the suite
 * language, so to support a new key, only an attribute has to be added.
 */
record AnnotationReader(NodeFactory nodes) {

    private static final Set<String> CHECKS = Set.of("recency", "size", "delta", "complete");

    /** The attributes that select what to check. All others describe a dataset. */
    private static final Set<String> SELECTORS = Set.of("name", "partition", "asOf", "suite", "dataset", "variables");

    /** Returns a suite with the one dataset that the annotation describes. */
    Node suite(LakeCheck annotation) {
        List<Node> checks = new ArrayList<>();
        addChecks(checks, "recency", annotation.recency());
        addChecks(checks, "size", annotation.size());
        addChecks(checks, "delta", annotation.delta());
        addChecks(checks, "complete", annotation.complete());
        String name = annotation.name().isEmpty() ? NodeFactory.defaultName(annotation.location()) : annotation.name();
        List<Block.Entry> settings = entries(annotation).stream()
                .filter(entry -> !CHECKS.contains(entry.name().text()) && describesDataset(entry))
                .toList();
        return nodes.suite(name, settings, checks);
    }

    /** Returns the names of the attributes that are set and describe a dataset. */
    List<String> datasetAttributes(LakeCheck annotation) {
        return entries(annotation).stream()
                .filter(AnnotationReader::describesDataset)
                .map(entry -> entry.name().text())
                .toList();
    }

    private static boolean describesDataset(Block.Entry entry) {
        return !SELECTORS.contains(entry.name().text());
    }

    private void addChecks(List<Node> checks, String name, Annotation... annotations) {
        for (Annotation check : annotations) {
            checks.add(nodes.block(List.of(nodes.entry(name, block(check)))));
        }
    }

    private Block block(Annotation annotation) {
        return nodes.block(entries(annotation));
    }

    private List<Block.Entry> entries(Annotation annotation) {
        List<Block.Entry> entries = new ArrayList<>();
        Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(attribute -> node(ReflectionSupport.invokeMethod(attribute, annotation))
                        .ifPresent(value -> entries.add(nodes.entry(attribute.getName(), value))));
        return entries;
    }

    private Optional<Node> node(Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(nodes.text(text));
        }
        if (value instanceof Parts parts) {
            return node(parts.values()).map(values -> nodes.block(List.of(nodes.entry(parts.key(), values))));
        }
        if (value instanceof Annotation nested) {
            return Optional.of(block(nested));
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            node(Array.get(value, i)).ifPresent(items::add);
        }
        return items.size() < 2 ? items.stream().findFirst() : Optional.of(nodes.list(items));
    }
}
