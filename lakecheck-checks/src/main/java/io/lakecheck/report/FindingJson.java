// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lakecheck.Check;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Figure;
import io.lakecheck.Finding;
import io.lakecheck.Verdict;
import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.Snapshot;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a finding's entry in {@code lakecheck.json}. */
final class FindingJson {

    private final JsonGenerator json;

    FindingJson(JsonGenerator json) {
        this.json = json;
    }

    void write(Finding finding) throws IOException {
        Verdict verdict = finding.verdict();
        json.writeStartObject();
        json.writeStringField("check", finding.check().name());
        json.writeStringField("severity", finding.check().severity().name());
        json.writeStringField("outcome", verdict.outcome().name());
        json.writeStringField("measured", verdict.measured());
        json.writeStringField("expected", verdict.expected());
        json.writeStringField("reason", verdict.reason());
        json.writeStringField("text", finding.text());
        writeStreak(finding.streak());
        writeFigures(verdict.figures(), finding.check());
        writeHistory(verdict.history());
        json.writeEndObject();
    }

    private void writeStreak(Optional<Finding.Streak> streak) throws IOException {
        if (streak.isPresent()) {
            json.writeObjectFieldStart("since");
            json.writeStringField("partition", streak.get().first().label());
            json.writeNumberField("periods", streak.get().periods());
            json.writeBooleanField("orEarlier", !streak.get().isStartKnown());
            json.writeEndObject();
        }
    }

    private void writeFigures(Map<Figure, BigDecimal> figures, Check check) throws IOException {
        json.writeObjectFieldStart("figures");
        for (Map.Entry<Figure, BigDecimal> figure : figures.entrySet()) {
            json.writeObjectFieldStart(name(figure.getKey()));
            json.writeNumberField("value", figure.getValue().stripTrailingZeros());
            json.writeStringField("unit", unit(figure.getKey(), check));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String name(Figure figure) {
        return switch (figure) {
            case BYTES -> "bytes";
            case OBJECTS -> "objects";
            case LATENESS -> "lateness";
            case AGE -> "age";
            case BASELINE -> "baseline";
            case CHANGE -> "change";
            case CHANGE_PERCENT -> "changePercent";
            case LOWEST -> "lowest";
            case HIGHEST -> "highest";
            case DEVIATION -> "deviation";
        };
    }

    private static String unit(Figure figure, Check check) {
        return switch (figure) {
            case BYTES -> "bytes";
            case OBJECTS -> "objects";
            case LATENESS, AGE -> "seconds";
            case BASELINE, CHANGE, LOWEST, HIGHEST ->
                check instanceof DeltaCheck delta && delta.of() == Volume.OBJECTS ? "objects" : "bytes";
            case CHANGE_PERCENT -> "percent";
            case DEVIATION -> "deviations";
        };
    }

    private void writeHistory(List<HistoryEntry> history) throws IOException {
        json.writeArrayFieldStart("history");
        for (HistoryEntry entry : history) {
            json.writeStartObject();
            json.writeStringField("partition", entry.partition().label());
            if (entry.snapshot().isPresent()) {
                Snapshot snapshot = entry.snapshot().get();
                json.writeNumberField("bytes", snapshot.bytes().bytes());
                json.writeNumberField("objects", snapshot.objects());
            }
            if (entry.exclusion().isPresent()) {
                json.writeStringField("exclusion", entry.exclusion().get().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
