// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Writes {@code TEST-lakecheck.xml} as Surefire would, for the test pages of Jenkins and GitLab. Both group by
 * {@code classname}, which is the dataset here: so they show one suite a dataset, one case a check. No date is in a
 * name, so a case has a history.
 */
public final class JUnitXmlReporter implements Reporter {

    static final String FILE = "TEST-lakecheck.xml";
    static final String MARK = "name=\"lakecheck\"";

    /** Of the schema that the file keeps to. */
    private static final String SCHEMA_VERSION = "3.0.2";

    private final ReportFolder folder;

    JUnitXmlReporter(ReportFolder folder) {
        this.folder = folder;
    }

    @Override
    public List<Notice> report(Report report) {
        return List.of(folder.write(FILE, out -> write(report, out)));
    }

    private static void write(Report report, OutputStream out) throws IOException {
        try (Xml xml = new Xml(out)) {
            xml.open("testsuite");
            xml.attribute("version", SCHEMA_VERSION);
            xml.attribute("name", "lakecheck");
            xml.attribute(
                    "time", BigDecimal.valueOf(report.took().toMillis(), 3).toPlainString());
            xml.attribute("tests", report.findings().size());
            xml.attribute("errors", report.count(Outcome.UNKNOWN));
            xml.attribute("skipped", report.count(Outcome.SKIPPED));
            xml.attribute("failures", report.count(Outcome.FAILED));
            properties(report, xml);
            for (Map.Entry<Dataset, List<Finding>> dataset : report.byDataset().entrySet()) {
                cases(dataset.getKey(), dataset.getValue(), xml);
            }
            xml.close("testsuite");
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
        }
    }

    private static void properties(Report report, Xml xml) throws XMLStreamException {
        xml.open("properties");
        property("lakecheck.at", report.at().toString(), xml);
        property("lakecheck.requests", Long.toString(report.traffic().requests()), xml);
        for (Notice notice : report.notices()) {
            property("lakecheck.notice", notice.text(), xml);
        }
        xml.close("properties");
    }

    private static void property(String name, String value, Xml xml) throws XMLStreamException {
        xml.open("property");
        xml.attribute("name", name);
        xml.attribute("value", value);
        xml.close("property");
    }

    private static void cases(Dataset dataset, List<Finding> findings, Xml xml) throws XMLStreamException {
        Map<String, Integer> times = new HashMap<>();
        for (Finding finding : findings) {
            int time = times.merge(finding.check().name(), 1, Integer::sum);
            xml.open("testcase");
            // GitLab shows only the first of several cases with the same name.
            xml.attribute("name", finding.check().name() + (time == 1 ? "" : " " + time));
            xml.attribute("classname", Display.visible(dataset.name()));
            xml.attribute("time", 0);
            outcome(finding, xml);
            xml.close("testcase");
        }
    }

    private static void outcome(Finding finding, Xml xml) throws XMLStreamException {
        String text = finding.text();
        switch (finding.outcome()) {
            case PASSED -> {}
            case WARNED -> xml.element("system-out", text);
            case SKIPPED -> xml.element("skipped", Map.of("message", text), text);
            case FAILED ->
                xml.element(
                        "failure",
                        Map.of("message", text, "type", finding.check().name()),
                        text);
            case UNKNOWN ->
                xml.element(
                        "error", Map.of("message", text, "type", finding.check().name()), text);
        }
    }
}
