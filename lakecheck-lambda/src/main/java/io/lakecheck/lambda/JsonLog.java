// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.report.Console;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Writes the function's log as JSON: one object for each finding and notice. Lambda filters log lines by their fields
 * {@code timestamp} and {@code level}.
 *
 * @param out the function's log
 * @param clock provides the times of log lines
 * @param requestId the ID of the current request
 */
record JsonLog(PrintStream out, Clock clock, String requestId) implements Console, Reporter {

    private static final JsonFactory JSON =
            new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public List<Notice> report(Report report) {
        for (Finding finding : report.findings()) {
            write(
                    level(finding.outcome()),
                    finding.text(),
                    Map.of(
                            "dataset", Display.visible(finding.dataset().name()),
                            "partition", Display.visible(finding.partition().label()),
                            "check", finding.check().name(),
                            "outcome", finding.outcome().name()));
        }
        for (Notice notice : report.notices()) {
            write(level(notice.level()), notice.text(), Map.of());
        }
        return List.of();
    }

    private static String level(Outcome outcome) {
        return switch (outcome) {
            case PASSED, SKIPPED -> "INFO";
            case WARNED -> "WARN";
            case FAILED, UNKNOWN -> "ERROR";
        };
    }

    private static String level(Notice.Level level) {
        return level == Notice.Level.FAIL ? "ERROR" : level.name();
    }

    @Override
    public void info(String line) {
        write("INFO", line, Map.of());
    }

    @Override
    public void warn(String line) {
        write("WARN", line, Map.of());
    }

    @Override
    public void error(String line) {
        write("ERROR", line, Map.of());
    }

    @Override
    public void raw(String line) {
        out.println(line);
    }

    private void write(String level, String message, Map<String, String> details) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("timestamp", clock.instant().toString());
            json.writeStringField("level", level);
            json.writeStringField("message", message);
            json.writeStringField("AWSRequestId", requestId);
            for (String name : List.of("dataset", "partition", "check", "outcome")) {
                if (details.containsKey(name)) {
                    json.writeStringField(name, details.get(name));
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        raw(line.toString());
    }
}
