// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.lake.Traffic;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes {@code lakecheck.json}, which contains the results of a run in machine-readable form, with fields in a fixed
 * order. It is documented in {@code docs/report.md} and specified by {@code io/lakecheck/report.schema.json}. Names
 * from the lake and the suite are written in full, but all characters outside ASCII are escaped, so that the file is
 * also safe to print.
 */
public final class JsonReporter implements Reporter {

    /** The version of the format. It changes if existing fields change, but not if new fields are added. */
    public static final int VERSION = 1;

    static final String FILE = "lakecheck.json";
    static final String MARK = "\"tookMillis\"";

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final ReportFolder folder;

    JsonReporter(ReportFolder folder) {
        this.folder = folder;
    }

    @Override
    public List<Notice> report(Report report) {
        return List.of(folder.write(FILE, out -> write(report, out)));
    }

    /** Writes a report as JSON and leaves the stream open. */
    public static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("at", report.at().toString());
            json.writeNumberField("tookMillis", report.took().toMillis());
            json.writeStringField("outcome", report.outcome().name());
            writeCounts(report, json);
            writeTraffic(report.traffic(), json);
            json.writeArrayFieldStart("datasets");
            for (Map.Entry<Dataset, List<Finding>> dataset : report.byDataset().entrySet()) {
                new DatasetJson(json).write(dataset.getKey(), dataset.getValue());
            }
            json.writeEndArray();
            writeNotices(report.notices(), json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** Returns a generator that indents its output. Closing it leaves the stream open. */
    static JsonGenerator generator(OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(pretty());
        return json;
    }

    /** Returns a printer that uses the same line breaks on all operating systems, unlike Jackson's default. */
    private static PrettyPrinter pretty() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }

    private static void writeCounts(Report report, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("counts");
        for (Outcome outcome : Outcome.values()) {
            json.writeNumberField(outcome.name().toLowerCase(Locale.ROOT), report.count(outcome));
        }
        json.writeEndObject();
    }

    static void writeTraffic(Traffic traffic, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("traffic");
        json.writeNumberField("requests", traffic.requests());
        json.writeNumberField("retries", traffic.retries());
        json.writeNumberField("objects", traffic.objects());
        json.writeNumberField("usd", RequestCost.usd(traffic));
        json.writeEndObject();
    }

    private static void writeNotices(List<Notice> notices, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("notices");
        for (Notice notice : notices) {
            json.writeStartObject();
            json.writeStringField("level", notice.level().name());
            json.writeStringField("text", notice.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
