// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import io.lakecheck.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The HTML report of a run and its style sheet. They contain no scripts, no inline styles and no external resources, so
 * they work even with a strict content security policy, such as the default of Jenkins. All text from the lake and the
 * suite is escaped.
 */
public final class HtmlReport {

    /** The file name of the style sheet, as referenced by the page. */
    public static final String STYLES = "lakecheck.css";

    /** A line in the head of each page that shows that lakecheck wrote it. */
    public static final String MARK = "<meta name=\"generator\" content=\"lakecheck\">";

    /** A line at the top of the style sheet that shows that lakecheck wrote it. */
    public static final String STYLES_MARK = "The style sheet of lakecheck's report.";

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

    private HtmlReport() {}

    /** Writes the page. */
    public static void write(Report report, ReportPages pages, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        TEMPLATES.render("page.jte", pages.page(report), new WriterOutput(writer));
        writer.flush();
    }

    /** Writes the style sheet. */
    public static void writeStyles(OutputStream out) throws IOException {
        try (InputStream styles = HtmlReport.class.getResourceAsStream(STYLES)) {
            if (styles == null) {
                throw new IOException(STYLES + " is missing from the jar");
            }
            styles.transferTo(out);
        }
    }
}
