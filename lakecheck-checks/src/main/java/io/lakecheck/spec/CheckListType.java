// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Check;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The syntax of a dataset's checks: a list of mappings with one key each. It is a list because a dataset may have
 * several checks of the same kind.
 */
record CheckListType() implements Type<List<CheckListType.Item>> {

    static final List<CheckKind> KINDS =
            List.of(RecencyWords.KIND, SizeWords.KIND, DeltaWords.KIND, CompleteWords.KIND);

    /** The key for a list of checks. */
    static final Term<List<Item>> CHECKS = Term.optional(
            "checks",
            new CheckListType(),
            "[ recency: { marker: _SUCCESS } ]",
            "The checks to run, in the order in which reports show them.",
            "The same check can appear several times, for example with a tight limit that warns and a wide one that"
                    + " fails.",
            "The suite's `checks` apply to each dataset without `checks`. A dataset must have at least one check.");

    private static final String CHECK =
            "the name of a check, a colon and its limits, for example - size: { min: 1 kB" + " }";

    /** A check in the list, as written. */
    record Item(CheckKind kind, BlockValues values) {

        Optional<? extends Check> make(DatasetKind dating, Problems problems) {
            return kind.maker().make(values, dating, problems);
        }
    }

    @Override
    public Optional<List<Item>> read(String name, Node node, ReadContext context) {
        if (!(node instanceof Items items) || items.nodes().isEmpty()) {
            context.rejectShape(name, node, expected());
            return Optional.empty();
        }
        List<Item> checks = new ArrayList<>();
        for (Node item : items.nodes()) {
            readItem(item, context).ifPresent(checks::add);
        }
        return Optional.of(checks).filter(valid -> !valid.isEmpty());
    }

    @Override
    public String expected() {
        return "a list with at least one check, for example - size: { min: 1 kB }";
    }

    private Optional<Item> readItem(Node item, ReadContext context) {
        if (!(item instanceof Block block) || block.entries().isEmpty()) {
            if (item instanceof Word word && !word.text().isEmpty()) {
                context.problems()
                        .add(
                                word.origin(),
                                "the check '" + Display.visible(word.text()) + "' has no colon after its name",
                                "Add a colon and the limits in braces, for example - size: { min: 1 kB }");
            } else {
                context.rejectShape("the check", item, CHECK);
            }
            return Optional.empty();
        }
        Block.Entry first = block.entries().get(0);
        Optional<CheckKind> kind = kind(first.name(), context.problems());
        if (block.entries().size() > 1) {
            Word second = block.entries().get(1).name();
            context.problems()
                    .add(
                            second.origin(),
                            "unexpected key '" + Display.visible(second.text()) + "' after the check '"
                                    + Display.visible(first.name().text()) + "'",
                            "Start each check with a dash, and indent its keys further than its name");
            return Optional.empty();
        }
        return kind.flatMap(known -> known.words()
                .read(known.words().name(), first.value(), context)
                .map(values -> new Item(known, values)));
    }

    private static Optional<CheckKind> kind(Word word, Problems problems) {
        Optional<CheckKind> known = KINDS.stream()
                .filter(kind -> kind.words().name().equals(word.text()))
                .findFirst();
        if (known.isEmpty()) {
            List<String> names = KINDS.stream().map(kind -> kind.words().name()).toList();
            problems.add(
                    word.origin(),
                    "unknown check '" + Display.visible(word.text()) + "'",
                    NearestWord.didYouMean(word.text(), names) + "Valid checks: " + String.join(", ", names));
        }
        return known;
    }
}
