// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Writes a dataset's entry in {@code lakecheck.json}. Unknown values are omitted, never written as null or zero. */
final class DatasetJson {

    private final JsonGenerator json;

    DatasetJson(JsonGenerator json) {
        this.json = json;
    }

    void write(Dataset dataset, List<Finding> findings) throws IOException {
        Evidence evidence = findings.get(0).evidence();
        json.writeStartObject();
        json.writeStringField("name", dataset.name());
        json.writeStringField("location", dataset.location().toString());
        json.writeStringField(
                "outcome",
                Outcome.worst(findings.stream().map(Finding::outcome)).name());
        writePartition(evidence.partition());
        writeObservation(evidence);
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            new FindingJson(json).write(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writePartition(Partition partition) throws IOException {
        json.writeObjectFieldStart("partition");
        json.writeStringField("label", partition.label());
        json.writeStringField("folder", partition.folder());
        if (partition.span().isPresent()) {
            Span span = partition.span().get();
            json.writeStringField("from", local(span.begin(), span.zone()));
            json.writeStringField("to", local(span.end(), span.zone()));
            json.writeStringField("deadline", local(span.deadline().toInstant(), span.zone()));
        }
        json.writeEndObject();
    }

    private static String local(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
    }

    private void writeObservation(Evidence evidence) throws IOException {
        Observation observation = evidence.observations().get(evidence.partition());
        if (observation instanceof Snapshot snapshot) {
            writeSnapshot(snapshot);
        } else if (observation instanceof Unobserved unobserved) {
            json.writeObjectFieldStart("unobserved");
            json.writeStringField("reason", unobserved.failure().reason().name());
            json.writeStringField("message", unobserved.failure().getMessage());
            json.writeEndObject();
        }
    }

    private void writeSnapshot(Snapshot snapshot) throws IOException {
        json.writeObjectFieldStart("snapshot");
        json.writeBooleanField("absent", snapshot.isAbsent());
        json.writeNumberField("objects", snapshot.objects());
        json.writeNumberField("bytes", snapshot.bytes().bytes());
        writeObject("smallest", snapshot.smallest());
        writeObject("largest", snapshot.largest());
        writeObject("oldest", snapshot.oldest());
        writeObject("newest", snapshot.newest());
        writeObject("marker", snapshot.marker());
        json.writeStringField("takenAt", snapshot.takenAt().toString());
        json.writeEndObject();
    }

    private void writeObject(String field, Optional<LakeObject> object) throws IOException {
        if (object.isPresent()) {
            json.writeObjectFieldStart(field);
            json.writeStringField("key", object.get().key());
            json.writeNumberField("bytes", object.get().bytes());
            json.writeStringField("modified", object.get().modified().toString());
            json.writeEndObject();
        }
    }
}
