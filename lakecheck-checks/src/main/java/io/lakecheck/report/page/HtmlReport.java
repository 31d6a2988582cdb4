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
 * A run as one page for people, and the style file that lies beside it. Neither holds a script, an inline style or
 * anything from elsewhere, so they show whole where a server allows nothing else. What comes from the lake or the suite
 * is escaped.
 */
public final class HtmlReport {

    /** What the page calls its style file. */
    public static final String STYLES = "lakecheck.css";

    /** At the head of each page, so that ours can be told from anybody's. */
    public static final String MARK = "<meta name=\"generator\" content=\"lakecheck\">";

    /** At the head of the style file likewise. */
    public static final String STYLES_MARK = "The styles of lakecheck's page.";

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

    private HtmlReport() {}

    /**
     * Writes the page.
     *
     * @param suite what people call the suite: {@code lakecheck.yml}
     */
    public static void write(Report report, String suite, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        TEMPLATES.render("page.jte", ReportPage.of(report, suite), new WriterOutput(writer));
        writer.flush();
    }

    /** Writes the style file. */
    public static void writeStyles(OutputStream out) throws IOException {
        try (InputStream styles = HtmlReport.class.getResourceAsStream(STYLES)) {
            if (styles == null) {
                throw new IOException(STYLES + " is missing in the jar");
            }
            styles.transferTo(out);
        }
    }
}
