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
 * Writes {@code backtest.json}: each check's outcomes, day by day, in a fixed order; {@code docs/report.md} describes
 * it, and {@code io/lakecheck/backtest.schema.json} states it.
 */
public final class BacktestJson {

    static final String FILE = "backtest.json";
    static final String MARK = "\"traffic\"";

    private final ReportLocation place;
    private final ReportFolder folder;

    public BacktestJson(Path folder) {
        this.place = new ReportLocation(folder);
        this.folder = new ReportFolder(folder);
    }

    /**
     * Sees before anybody looks at a lake whether it can be written, and nothing is lost.
     *
     * @throws UncheckedIOException where it can't, or there is somebody else's; the message says what to do
     */
    public void refuseBadPlace() {
        place.refuseUnfit();
        place.refuseStranger(FILE);
    }

    /** Answers where it was written, or why not. */
    public Notice write(Backtest backtest) {
        return folder.write(FILE, out -> write(backtest, out));
    }

    private static void write(Backtest backtest, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartObject();
            json.writeNumberField("version", JsonReporter.VERSION);
            json.writeStringField("at", backtest.at().toString());
            json.writeNumberField("days", backtest.days());
            JsonReporter.traffic(backtest.traffic(), json);
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
        json.writeNumberField("rang", series.alerts().size());
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
