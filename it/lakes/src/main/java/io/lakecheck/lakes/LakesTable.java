// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command that tries all layouts and writes the page with the results. */
final class LakesTable {

    private LakesTable() {}

    /** @param args the page to write, and optionally the names of the layouts to try */
    public static void main(String[] args) throws IOException {
        List<String> names = List.of(args).subList(1, args.length);
        List<LayoutResult> results = Layouts.all().stream()
                .filter(layout -> names.isEmpty() || names.contains(layout.name()))
                .parallel()
                .map(LayoutResult::of)
                .peek(result -> System.out.println(LakesPage.row(result)))
                .toList();
        new LakesPage(results).write(Path.of(args[0]));
    }
}
