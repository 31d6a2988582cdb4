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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * A reporter that writes {@code TEST-lakecheck.xml} in Surefire's format, for the test pages of Jenkins and GitLab.
 * Both group test cases by {@code classname}, which is set to the dataset's name, so they show one suite for each
 * dataset with one test case for each check. Names contain no dates, so that each test case keeps its history across
 * runs.
 */
public final class JUnitXmlReporter implements Reporter {

    static final String FILE = "TEST-lakecheck.xml";
    static final String MARK = "name=\"lakecheck\"";

    /** The version of Surefire's XML schema to which the file conforms. */
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
        try (XmlWriter xml = new XmlWriter(out)) {
            xml.open("testsuite");
            xml.attribute("version", SCHEMA_VERSION);
            xml.attribute("name", "lakecheck");
            xml.attribute(
                    "time", BigDecimal.valueOf(report.took().toMillis(), 3).toPlainString());
            xml.attribute("tests", report.findings().size());
            xml.attribute("errors", report.count(Outcome.UNKNOWN));
            xml.attribute("skipped", report.count(Outcome.SKIPPED));
            xml.attribute("failures", report.count(Outcome.FAILED));
            writeProperties(report, xml);
            for (Map.Entry<Dataset, List<Finding>> dataset : report.byDataset().entrySet()) {
                writeCases(dataset.getKey(), dataset.getValue(), xml);
            }
            xml.close("testsuite");
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
        }
    }

    private static void writeProperties(Report report, XmlWriter xml) throws XMLStreamException {
        xml.open("properties");
        writeProperty("lakecheck.at", report.at().toString(), xml);
        writeProperty("lakecheck.requests", Long.toString(report.traffic().requests()), xml);
        for (Notice notice : report.notices()) {
            writeProperty("lakecheck.notice", notice.text(), xml);
        }
        xml.close("properties");
    }

    private static void writeProperty(String name, String value, XmlWriter xml) throws XMLStreamException {
        xml.open("property");
        xml.attribute("name", name);
        xml.attribute("value", value);
        xml.close("property");
    }

    private static void writeCases(Dataset dataset, List<Finding> findings, XmlWriter xml) throws XMLStreamException {
        // The names must be unique: if several test cases have the same name, GitLab shows only the first.
        Iterator<String> names = NumberedNames.of(
                        findings.stream().map(finding -> finding.check().name()).toList())
                .iterator();
        for (Finding finding : findings) {
            xml.open("testcase");
            xml.attribute("name", names.next());
            xml.attribute("classname", Display.visible(dataset.name()));
            xml.attribute("time", 0);
            writeOutcome(finding, xml);
            xml.close("testcase");
        }
    }

    private static void writeOutcome(Finding finding, XmlWriter xml) throws XMLStreamException {
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
