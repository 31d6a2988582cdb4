// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.shard;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Report;
import io.lakecheck.Strays;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Partition;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes the result of a shard as JSON. Verdicts are included for human readers; the merge uses only the evidence. */
public final class ShardWriter {

    private final JsonGenerator json;

    private ShardWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the result of a shard and leaves the stream open.
     *
     * @param version identifies the version of the suite; may be empty
     */
    public static void write(Report report, String version, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("suite", version);
            json.writeStringField("at", report.at().toString());
            json.writeNumberField("tookMillis", report.took().toMillis());
            json.writeNumberField("requests", report.traffic().requests());
            json.writeNumberField("retries", report.traffic().retries());
            json.writeNumberField("objects", report.traffic().objects());
            json.writeArrayFieldStart("datasets");
            for (Map.Entry<Dataset, List<Finding>> dataset : report.byDataset().entrySet()) {
                new ShardWriter(json).write(dataset.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void write(List<Finding> findings) throws IOException {
        Evidence evidence = findings.get(0).evidence();
        json.writeStartObject();
        json.writeStringField("name", evidence.dataset().name());
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            json.writeString(finding.text());
        }
        json.writeEndArray();
        write(evidence.partition());
        json.writeArrayFieldStart("observations");
        for (Observation observation : evidence.observations().values()) {
            write(observation);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("strays");
        for (Map.Entry<String, Strays> strays : evidence.strays().entrySet()) {
            write(strays.getKey(), strays.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Partition partition) throws IOException {
        if (partition.span().isPresent()) {
            json.writeStringField("from", partition.span().get().from().toString());
        }
    }

    private void write(Observation observation) throws IOException {
        json.writeStartObject();
        write(observation.partition());
        if (observation instanceof Snapshot snapshot) {
            SnapshotJson.write(snapshot, json);
        } else if (observation instanceof Unobserved unobserved) {
            write(unobserved.failure());
        }
        json.writeEndObject();
    }

    private void write(LakeException failure) throws IOException {
        json.writeStringField("reason", failure.reason().name());
        json.writeStringField("message", failure.getMessage());
    }

    private void write(String folder, Strays strays) throws IOException {
        json.writeStartObject();
        json.writeStringField("folder", folder);
        json.writeNumberField("count", strays.count());
        json.writeNumberField("known", strays.known());
        if (strays.failure().isPresent()) {
            write(strays.failure().get());
        }
        json.writeArrayFieldStart("named");
        for (Strays.Stray stray : strays.named()) {
            json.writeStartObject();
            json.writeStringField("path", stray.path());
            json.writeStringField("kind", stray.kind().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
