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

/** One dataset's part of {@code lakecheck.json}. What is not known is left out: never null, never zero. */
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
        partition(evidence.partition());
        sighting(evidence);
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            new FindingJson(json).write(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void partition(Partition partition) throws IOException {
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

    private void sighting(Evidence evidence) throws IOException {
        Observation sighting = evidence.observations().get(evidence.partition());
        if (sighting instanceof Snapshot snapshot) {
            snapshot(snapshot);
        } else if (sighting instanceof Unobserved unseen) {
            json.writeObjectFieldStart("unseen");
            json.writeStringField("reason", unseen.failure().reason().name());
            json.writeStringField("message", unseen.failure().getMessage());
            json.writeEndObject();
        }
    }

    private void snapshot(Snapshot snapshot) throws IOException {
        json.writeObjectFieldStart("snapshot");
        json.writeBooleanField("absent", snapshot.isAbsent());
        json.writeNumberField("objects", snapshot.objects());
        json.writeNumberField("bytes", snapshot.bytes().bytes());
        object("smallest", snapshot.smallest());
        object("largest", snapshot.largest());
        object("oldest", snapshot.oldest());
        object("newest", snapshot.newest());
        object("marker", snapshot.marker());
        json.writeStringField("takenAt", snapshot.takenAt().toString());
        json.writeEndObject();
    }

    private void object(String field, Optional<LakeObject> object) throws IOException {
        if (object.isPresent()) {
            json.writeObjectFieldStart(field);
            json.writeStringField("key", object.get().key());
            json.writeNumberField("bytes", object.get().bytes());
            json.writeStringField("modified", object.get().modified().toString());
            json.writeEndObject();
        }
    }
}
