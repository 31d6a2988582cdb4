// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that tries all layouts and writes the page with the results. */
final class LakesTable {

    private LakesTable() {}

    /** @param args the page to write, and optionally the names of the layouts to try */
    public static void main(String[] args) throws IOException {
        List<String> names = List.of(args).subList(1, args.length);
        List<LayoutResult> results = new ArrayList<>();
        for (Layout layout : Layouts.all()) {
            if (names.isEmpty() || names.contains(layout.name())) {
                LayoutResult result = LayoutResult.of(layout);
                results.add(result);
                System.out.println(LakesPage.row(result));
            }
        }
        new LakesPage(results).write(Path.of(args[0]));
    }
}
