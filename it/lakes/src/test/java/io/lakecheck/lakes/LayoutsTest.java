// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.GeneratedFile;
import io.lakecheck.Outcome;
import io.lakecheck.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the table of layouts in docs/suite.md, and runs one of them. The command {@code run} runs all. */
class LayoutsTest {

    private static final Path PAGE = Path.of("../../docs/suite.md");
    private static final String BEGIN = "<!-- generated from the layouts by LayoutsTest -->\n";
    private static final String END = "<!-- end of the layouts -->\n";
    private static final List<Layout> LAYOUTS = Layouts.all();

    @Test
    void the_page_has_a_row_for_each_layout() throws IOException {
        String page = Files.readString(PAGE);

        GeneratedFile.check(
                PAGE,
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                        + SuiteTable.of(LAYOUTS)
                        + page.substring(page.indexOf(END)));
    }

    @Test
    void the_entries_on_the_page_are_the_suites_that_run() throws IOException {
        String page = Files.readString(PAGE);
        List<List<String>> entries = SuiteTable.entries(page.substring(page.indexOf(BEGIN), page.indexOf(END)));

        assertThat(page).contains("```yaml\n" + Layout.HEADER);
        assertThat(entries).hasSameSizeAs(LAYOUTS).hasSizeGreaterThanOrEqualTo(24);
        for (int i = 0; i < entries.size(); i++) {
            Layout layout = LAYOUTS.get(i);
            Suite read = new Layout(layout.name(), "", entries.get(i), layout.jobs(), layout.impossible()).suite();
            assertThat(read).isEqualTo(layout.suite());
        }
    }

    @Test
    void each_layout_has_a_name_of_its_own() {
        assertThat(LAYOUTS).extracting(Layout::name).doesNotHaveDuplicates();
    }

    @Test
    void one_layout_detects_its_faults_without_false_alarms() {
        LayoutResult result = LayoutResult.of(LAYOUTS.stream()
                .filter(layout -> layout.name().equals("billing"))
                .findFirst()
                .orElseThrow());

        assertThat(result.verified().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.detected()).isEqualTo(result.planted().size()).isEqualTo(40);
        assertThat(result.falseAlarms()).isEmpty();
        assertThat(result.datasetDays()).isEqualTo(2);
        assertThat(LakesPage.row(result)).startsWith("| Months | billing | 40 of 40 | 0 | 2 |");
    }
}
