// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Check;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The checks of a dataset: a list, for a kind may stand in it more than once, of blocks with one name each. */
record CheckListType() implements Type<List<CheckListType.Written>> {

    static final List<CheckKind> KINDS =
            List.of(RecencyWords.KIND, SizeWords.KIND, DeltaWords.KIND, CompleteWords.KIND);

    /** What one check of the list says. */
    record Written(CheckKind kind, BlockValues values) {

        Optional<? extends Check> make(DatasetKind dating, Problems problems) {
            return kind.maker().make(values, dating, problems);
        }
    }

    @Override
    public Optional<List<Written>> read(String name, Node node, ReadContext reading) {
        if (!(node instanceof Items items) || items.nodes().isEmpty()) {
            reading.problems().add(node.origin(), name + " is " + shape(node), "write " + expected());
            return Optional.empty();
        }
        List<Written> checks = new ArrayList<>();
        for (Node item : items.nodes()) {
            readOne(item, reading).ifPresent(checks::add);
        }
        // What is wrong with the others is told too; none of them will be judged.
        return Optional.of(checks).filter(some -> !some.isEmpty());
    }

    @Override
    public String expected() {
        return "a list of checks, each behind a dash and under its name, such as - size: { min: 1 kB }";
    }

    private Optional<Written> readOne(Node item, ReadContext reading) {
        if (!(item instanceof Block block) || block.entries().isEmpty()) {
            reading.wrongShape("a check", item, "its name, a colon and its limits, such as - size: { min: 1 kB }");
            return Optional.empty();
        }
        Block.Entry first = block.entries().get(0);
        Optional<CheckKind> kind = kind(first.name(), reading.problems());
        if (block.entries().size() > 1) {
            Word second = block.entries().get(1).name();
            reading.problems()
                    .add(
                            second.origin(),
                            Display.visible(second.text()) + " stands beside "
                                    + Display.visible(first.name().text()) + " in one check",
                            "give each check a dash of its own, and indent its limits further than its name");
            return Optional.empty();
        }
        return kind.flatMap(known -> known.words()
                .read(known.words().name(), first.value(), reading)
                .map(values -> new Written(known, values)));
    }

    private static Optional<CheckKind> kind(Word word, Problems problems) {
        Optional<CheckKind> known = KINDS.stream()
                .filter(kind -> kind.words().name().equals(word.text()))
                .findFirst();
        if (known.isEmpty()) {
            List<String> names = KINDS.stream().map(kind -> kind.words().name()).toList();
            problems.add(
                    word.origin(),
                    "'" + Display.visible(word.text()) + "' is no check",
                    NearestWord.hint(word.text(), names) + "there are "
                            + names.stream().collect(Collectors.joining(", ")));
        }
        return known;
    }

    private static String shape(Node node) {
        return node instanceof Items ? "empty" : node.shape();
    }
}
