// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.survey.Backtest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes {@code backtest.json}, which contains the outcome of each check in each period, in a fixed order. It is
 * documented in {@code docs/report.md} and specified by {@code io/lakecheck/backtest.schema.json}.
 */
public final class BacktestJson {

    static final String FILE = "backtest.json";
    static final String MARK = "\"traffic\"";

    private final ReportLocation location;
    private final ReportFolder folder;

    public BacktestJson(Path folder) {
        this.location = new ReportLocation(folder);
        this.folder = new ReportFolder(folder);
    }

    /**
     * Checks that the file can be written without replacing one that lakecheck did not write. Call this before the lake
     * is listed, so that a long backtest does not fail at its end.
     *
     * @throws UncheckedIOException if the file can't be written or would replace one that lakecheck did not write; the
     *     message names the remedy
     */
    public void requireWritable() {
        location.requireWritable();
        location.requireOwn(FILE);
    }

    /** Writes the file and returns a notice with its path or, if it could not be written, the reason. */
    public Notice write(Backtest backtest) {
        return folder.write(FILE, out -> write(backtest, out));
    }

    private static void write(Backtest backtest, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartObject();
            json.writeNumberField("version", JsonReporter.VERSION);
            json.writeStringField("at", backtest.at().toString());
            json.writeNumberField("days", backtest.days());
            JsonReporter.writeTraffic(backtest.traffic(), json);
            json.writeArrayFieldStart("checks");
            for (Backtest.Series series : backtest.series()) {
                write(series, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(Backtest.Series series, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("dataset", series.dataset().name());
        json.writeStringField("check", series.check().name());
        json.writeNumberField("alerts", series.alerts().size());
        json.writeNumberField("of", series.findings().size());
        json.writeObjectFieldStart("counts");
        for (Outcome outcome : Outcome.values()) {
            json.writeNumberField(outcome.name().toLowerCase(Locale.ROOT), series.count(outcome));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("findings");
        for (Finding finding : series.findings()) {
            json.writeStartObject();
            json.writeStringField("partition", finding.partition().label());
            json.writeStringField("outcome", finding.outcome().name());
            json.writeStringField("text", finding.verdict().text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
