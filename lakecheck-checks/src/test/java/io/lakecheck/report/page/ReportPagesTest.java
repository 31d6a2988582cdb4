// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPagesTest {

    private final ReportPages pages = new ReportPages("lakecheck.yml");

    @Test
    void formats_of_a_page_share_the_cards_but_not_the_notices() {
        Report report = Samples.mixed();
        ReportPage first = pages.page(report);

        ReportPage second = pages.page(report.with(List.of(new Notice(Notice.Level.FAIL, "not written"))));

        assertThat(second.cards()).isSameAs(first.cards());
        assertThat(second.notices()).hasSize(first.notices().size() + 1);
    }

    @Test
    void another_report_has_cards_of_its_own() {
        ReportPage first = pages.page(Samples.mixed());

        assertThat(pages.page(Samples.passed()).cards()).doesNotContainAnyElementsOf(first.cards());
    }
}
