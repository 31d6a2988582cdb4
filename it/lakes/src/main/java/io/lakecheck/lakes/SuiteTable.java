// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table at the start of docs/suite.md, which shows an object of each layout and the entry to write for it. */
final class SuiteTable {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]* \\| [^|]* \\| (`[^|]*`) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final String BUCKET = "s3://lake/";

    private SuiteTable() {}

    /** Returns the table in Markdown. */
    static String of(List<Layout> layouts) {
        List<String> lines = new ArrayList<>();
        lines.add("| my lake looks like this | for example | write this |");
        lines.add("|---|---|---|");
        for (Layout layout : layouts) {
            lines.add("| " + layout.title() + " | "
                    + code(layout.jobs().get(0).example().substring(BUCKET.length())) + " | "
                    + layout.entry().stream().map(SuiteTable::code).collect(Collectors.joining("<br>")) + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    /** Returns the entries in a page that contains the table, as lines of YAML. */
    static List<List<String>> entries(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> CODE.matcher(row.group(1))
                        .results()
                        .map(code -> code.group(1))
                        .toList())
                .toList();
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
