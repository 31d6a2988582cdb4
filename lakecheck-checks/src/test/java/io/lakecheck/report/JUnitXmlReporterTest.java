// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JUnitXmlReporterTest {

    @TempDir
    Path folder;

    @Test
    void writes_a_case_for_each_check_in_the_class_of_its_dataset() throws IOException {
        Report report = Reports.mixed().with(List.of(new Notice(Notice.Level.INFO, "nothing to add")));

        String xml = xml(report);

        assertThat(xml)
                .startsWith("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite version="3.0.2" name="lakecheck" time="1.234" tests="3" errors="0" skipped="0" failures="1">
                          <properties>
                            <property name="lakecheck.at" value="2026-01-03T07:00:00Z"></property>
                            <property name="lakecheck.requests" value="1"></property>
                            <property name="lakecheck.notice" value="nothing to add"></property>
                          </properties>
                          <testcase name="recency" classname="kpi-daily" time="0"></testcase>
                          <testcase name="size" classname="kpi-daily" time="0">
                            <failure message="kpi-daily dt=2026-01-02 size FAILED: 187.2 kB in 1 object""")
                .containsSubsequence(
                        "type=\"size\">kpi-daily dt=2026-01-02 size FAILED: 187.2 kB in 1 object",
                        "</failure>\n  </testcase>\n  <testcase name=\"delta\" classname=\"kpi-daily\" time=\"0\">\n"
                                + "    <system-out>kpi-daily dt=2026-01-02 delta WARNED: -48.1 %",
                        "</system-out>\n  </testcase>\n</testsuite>\n");
    }

    @Test
    void unknown_is_an_error_and_skipped_is_skipped() throws Exception {
        xml(Reports.unknown());

        assertThat(elements("error"))
                .singleElement()
                .extracting(Element::getTextContent)
                .asString()
                .contains("leads 2026-01-02 size UNKNOWN: ", "s3:ListBucket on refined is denied");
        assertThat(elements("skipped"))
                .singleElement()
                .extracting(Element::getTextContent)
                .asString()
                .contains("kpi-daily dt=2026-01-02 delta SKIPPED");
        assertThat(elements("testsuite").get(0).getAttribute("errors")).isEqualTo("1");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("reports")
    void is_valid_against_surefire_s_schema(Report report) throws Exception {
        xml(report);

        schema().newValidator().validate(new StreamSource(file().toFile()));
    }

    @Test
    void shows_characters_that_xml_can_not_represent() throws Exception {
        xml(Reports.hostile());

        assertThat(elements("testcase"))
                .first()
                .extracting(test -> test.getAttribute("classname"))
                .isEqualTo(
                        "<b>&\"'\\u{1b}[31m\\u{a}::error::\\u{202e}\\u{0}\\u{fffe}\\u{d800}%2F+ $x =cmd \ud83d\ude00 ]]> é");
    }

    @Test
    void checks_of_one_kind_have_distinct_names() throws Exception {
        xml(Reports.hostile());

        assertThat(elements("testcase"))
                .extracting(test -> test.getAttribute("name"))
                .containsExactly("size", "size 2", "size 3");
    }

    static Stream<Report> reports() {
        return JsonReporterTest.reports();
    }

    private String xml(Report report) throws IOException {
        new JUnitXmlReporter(new ReportFolder(folder)).report(report);
        return Files.readString(file());
    }

    private Path file() {
        return folder.resolve("TEST-lakecheck.xml");
    }

    private List<Element> elements(String name) throws ParserConfigurationException, SAXException, IOException {
        NodeList nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file().toFile())
                .getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlReporterTest.class.getResource("surefire-test-report-3.0.2.xsd"));
    }
}
