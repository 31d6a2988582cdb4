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
 * Words of the suite language that were said in Java. Knows no grammar and no defaults: what is empty was not said.
 *
 * @param origin the place that all of them are from
 */
record JavaWords(Origin origin) {

    private static final Pattern LAST_FOLDER_BEFORE_DATES = Pattern.compile("([^/{}]+)/(?:[^/]*\\{.*)?$");

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

    /** A suite of one dataset: its words, and its checks each in a block under its name. */
    Node suite(String name, List<Block.Entry> words, List<? extends Node> checks) {
        List<Block.Entry> all = new ArrayList<>(words);
        if (!checks.isEmpty()) {
            all.add(entry("checks", list(checks)));
        }
        return block(List.of(entry("datasets", block(List.of(entry(name, block(all)))))));
    }

    /** What to call a dataset that was not given a name: the folder above its first date. */
    static String nameOf(String location) {
        String plain = location.replaceAll("\\$\\{[^{}]*}", "");
        Matcher folder = LAST_FOLDER_BEFORE_DATES.matcher(plain.endsWith("/") ? plain : plain + "/");
        return folder.find() ? folder.group(1) : "lake";
    }
}
