// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The holiday files that a suite refers to. */
final class HolidayReferences {

    private final Substitution substitution;
    private final List<String> names = new ArrayList<>();

    private HolidayReferences(Substitution substitution) {
        this.substitution = substitution;
    }

    /** Returns the distinct paths as written in a valid suite file, with variables replaced by their values. */
    static List<String> in(Path file, Variables variables) {
        HolidayReferences references = new HolidayReferences(new Substitution(variables));
        references.collect(YamlTree.read(YamlFile.read(file), YamlFile.origin(file), new Problems()));
        return references.names.stream().distinct().toList();
    }

    private void collect(Node node) {
        if (node instanceof Block block) {
            for (Block.Entry entry : block.entries()) {
                if (entry.name().text().equals(SharedTerms.HOLIDAYS.name())) {
                    addWords(entry.value());
                }
                collect(entry.value());
            }
        } else if (node instanceof Items items) {
            items.nodes().forEach(this::collect);
        }
    }

    private void addWords(Node value) {
        if (value instanceof Word word) {
            names.add(substitution.in(word.text()));
        } else if (value instanceof Items items) {
            items.nodes().forEach(this::addWords);
        }
    }
}
