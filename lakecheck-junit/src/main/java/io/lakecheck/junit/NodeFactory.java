// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.spec.Block;
import io.lakecheck.spec.Items;
import io.lakecheck.spec.Node;
import io.lakecheck.spec.Origin;
import io.lakecheck.spec.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Creates suite nodes from the values in annotations and builders. Doesn't validate the values or apply defaults.
 *
 * @param origin the origin of all nodes, for error messages
 */
record NodeFactory(Origin origin) {

    /** Matches a part of a location without dates or slashes. */
    private static final String NAME = "(?:[^/{}]|" + TestArguments.IN_LOCATION + ")";

    private static final Pattern LAST_FOLDER_BEFORE_DATES =
            Pattern.compile("(" + NAME + "+)/(?:" + NAME + "*+\\{.*)?$");

    Node text(String text) {
        return new Word(text, origin);
    }

    Node list(List<? extends Node> nodes) {
        return new Items(List.copyOf(nodes), origin);
    }

    Block block(List<Block.Entry> entries) {
        return new Block(entries, origin);
    }

    Block.Entry entry(String name, Node value) {
        return new Block.Entry(new Word(name, origin), value);
    }

    /**
     * Returns a suite with one dataset.
     *
     * @param settings the dataset's keys except {@code checks}
     * @param checks one mapping for each check
     */
    Node suite(String name, List<Block.Entry> settings, List<? extends Node> checks) {
        List<Block.Entry> all = new ArrayList<>(settings);
        if (!checks.isEmpty()) {
            all.add(entry("checks", list(checks)));
        }
        return block(List.of(entry("datasets", block(List.of(entry(name, block(all)))))));
    }

    /** Returns the default name of the dataset at a location: the folder above its first date. */
    static String defaultName(String location) {
        String withoutVariables = location.replaceAll("\\$\\{[^{}]*}", "");
        Matcher folder = LAST_FOLDER_BEFORE_DATES.matcher(
                withoutVariables.endsWith("/") ? withoutVariables : withoutVariables + "/");
        return folder.find() ? folder.group(1) : "lake";
    }
}
