// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.Refinery.weighing;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Finding;
import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Survives;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that break off, or that are no answers to what was asked: never a smaller total, never a pass. */
class S3BrokenAnswersTest {

    private static final int READINGS = 3;

    private final Refinery refinery = new Refinery().holding("kpi", 2500).holding("other", 1);

    S3BrokenAnswersTest() throws IOException {}

    @AfterEach
    void leaves_no_thread_behind() throws IOException {
        refinery.close();
    }

    @ParameterizedTest
    @CsvSource({"0, RESET", "1, RESET", "2, RESET", "0, SHORT", "1, SHORT", "2, SHORT"})
    @Survives(Hazard.PAGE_BREAKS_OFF)
    void asks_again_for_a_page_that_breaks_off(int page, Reply.Way way) {
        refinery.with(Fault.always(right -> right.by(way)).times(2).onPage(page).onFolder("kpi"));

        Report report = judge();

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.findings().get(0).verdict().measured()).isEqualTo("250 kB in 2500 objects");
        assertThat(report.traffic().requests()).isEqualTo(3 + 1);
        assertThat(report.traffic().retries()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "SHORT"})
    @Survives(Hazard.PAGE_NEVER_WHOLE)
    void knows_nothing_when_a_page_breaks_off_each_time(Reply.Way way) {
        refinery.with(Fault.always(right -> right.by(way)).onPage(2).onFolder("kpi"));

        assertUnknown(judge(), "broke off or is no XML; asked 3 times");
    }

    @Test
    @Survives(Hazard.PAGE_NEVER_WHOLE)
    void knows_nothing_of_xml_that_ends_early() {
        refinery.with(Fault.always(right ->
                        right.saying(right.body().substring(0, right.body().lastIndexOf("<Contents>"))))
                .onFolder("kpi"));

        assertUnknown(judge(), "broke off or is no XML; asked 3 times");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void knows_nothing_of_an_empty_body() {
        refinery.with(Fault.always(right -> right.saying("")).onFolder("kpi"));

        assertUnknown(judge(), "is no list of objects");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void knows_nothing_of_a_web_page() {
        refinery.with(Fault.always(right -> right.saying("<html><body><h1>Log in, please</h1></body></html>"))
                .onFolder("kpi"));

        assertUnknown(judge(), "is no list of objects");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void knows_nothing_of_another_buckets_list() {
        refinery.with(Fault.always(right -> right.replacing("<Name>refined<", "<Name>raw<"))
                .onFolder("kpi"));

        assertUnknown(judge(), "lists another bucket: raw");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void knows_nothing_of_another_folders_list() {
        refinery.with(Fault.always(right -> right.replacing("<Prefix>kpi/", "<Prefix>api/"))
                .onFolder("kpi"));

        assertUnknown(judge(), "lists another folder: api/dt");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void knows_nothing_of_a_list_with_another_folders_key() {
        refinery.with(Fault.always(right -> right.replacing("%3D2025-01-02/part-00007<", "%3D2025-01-03/part-00007<"))
                .onFolder("kpi")
                .onPage(0));

        assertUnknown(judge(), "lists a key of another folder: kpi/dt=2025-01-03/part-00007");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void knows_nothing_of_a_list_with_a_key_twice() {
        refinery.with(Fault.always(right -> right.replacing("part-00007<", "part-00006<"))
                .onFolder("kpi")
                .onPage(0));

        assertUnknown(judge(), "keys are in no order or there twice");
    }

    @Test
    @Survives(Hazard.NO_LIST)
    void knows_nothing_of_a_list_that_is_shorter_than_it_says() {
        refinery.with(Fault.always(right -> right.replacing("<KeyCount>1000<", "<KeyCount>1001<"))
                .onFolder("kpi")
                .onPage(0));

        assertUnknown(judge(), "says that it lists 1001 keys but lists 1000");
    }

    @Test
    @Survives(Hazard.LOST_WAY)
    void knows_nothing_of_a_part_without_a_way_to_the_rest() {
        refinery.with(
                Fault.always(right -> right.replacing("<NextContinuationToken>page-2</NextContinuationToken>", ""))
                        .onFolder("kpi")
                        .onPage(1));

        assertUnknown(judge(), "says that there is more but not how to ask for it");
    }

    @Test
    @Survives(Hazard.LOST_WAY)
    void knows_nothing_of_a_part_that_leads_back_to_itself() {
        refinery.with(Fault.always(right -> right.replacing(">page-2<", ">page-1<"))
                .onFolder("kpi")
                .onPage(1));

        assertUnknown(judge(), "leads back to itself");
    }

    @Test
    @Survives(Hazard.LOST_WAY)
    void knows_nothing_of_parts_that_go_round_in_circles() {
        refinery.with(Fault.always(right -> right.replacing(
                        "<IsTruncated>false</IsTruncated>",
                        "<IsTruncated>true</IsTruncated><NextContinuationToken>page-0</NextContinuationToken>"))
                .onFolder("kpi")
                .onPage(2));

        assertUnknown(judge(), "keys are in no order or there twice");
    }

    private Report judge() {
        return refinery.judge(weighing("kpi", 250_000), weighing("other", 100));
    }

    private static void assertUnknown(Report report, String why) {
        Finding broken = report.findings().get(0);
        assertThat(broken.text())
                .startsWith("refined/kpi dt=2025-01-02 size UNKNOWN: could not look (protocol); S3's answer for"
                        + " s3://refined/kpi/dt=2025-01-02/ ")
                .contains(why)
                .doesNotContain(" 0 ");
        assertThat(broken.verdict().figures()).isEmpty();
        assertThat(report.findings().get(1).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().retries()).isEqualTo(READINGS - 1);
    }
}
