// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.shard;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lakecheck.lake.HiddenObjects;
import io.lakecheck.lake.Ignored;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.ObjectStats;
import io.lakecheck.lake.PartStats;
import io.lakecheck.lake.RunStats;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Subtotals;
import io.lakecheck.lake.TimelyData;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Utf8Order;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes and reads the fields of a snapshot, except its partition. */
final class SnapshotJson {

    private SnapshotJson() {}

    static void write(Snapshot snapshot, JsonGenerator json) throws IOException {
        write(snapshot.data(), json);
        writeRuns(snapshot.data().subtotals().runs(), json);
        write("marker", snapshot.marker(), json);
        writeIgnored(snapshot.ignored(), json);
        json.writeNumberField("fingerprint", snapshot.fingerprint());
        writeTime("lakeClock", snapshot.answer().lakeClock(), json);
        writeTime("localClock", Optional.of(snapshot.answer().localClock()), json);
        writeTime("changed", snapshot.changed(), json);
    }

    static Snapshot read(JsonFields fields, Partition partition) {
        return new Snapshot(
                partition,
                data(fields),
                object("marker", fields),
                ignored(fields),
                fields.number("fingerprint"),
                new Lake.Answer(fields.find("lakeClock").map(Instant::parse), fields.instant("localClock")),
                fields.find("changed").map(Instant::parse));
    }

    private static void write(ObjectStats data, JsonGenerator json) throws IOException {
        json.writeNumberField("objects", data.count());
        json.writeNumberField("bytes", data.bytes().bytes());
        write("smallest", data.smallest(), json);
        write("largest", data.largest(), json);
        write("oldest", data.oldest(), json);
        write("newest", data.newest(), json);
        writeTimely(data.subtotals().timely(), json);
        writeParts(data.subtotals().parts(), json);
    }

    private static ObjectStats data(JsonFields fields) {
        return new ObjectStats(
                fields.number("objects"),
                new ByteSize(fields.number("bytes")),
                object("smallest", fields),
                object("largest", fields),
                object("oldest", fields),
                object("newest", fields),
                new Subtotals(timely(fields), parts(fields), runs(fields)));
    }

    private static void writeRuns(List<RunStats> runs, JsonGenerator json) throws IOException {
        if (!runs.isEmpty()) {
            json.writeArrayFieldStart("runs");
            for (RunStats run : runs) {
                json.writeStartObject();
                json.writeStringField("name", run.name());
                write(run.data(), json);
                write("marker", run.marker(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static List<RunStats> runs(JsonFields fields) {
        return fields.objects("runs").stream()
                .map(run -> new RunStats(run.text("name"), data(run), object("marker", run)))
                .toList();
    }

    private static void writeTimely(List<TimelyData> timely, JsonGenerator json) throws IOException {
        if (!timely.isEmpty()) {
            json.writeArrayFieldStart("timely");
            for (TimelyData each : timely) {
                json.writeStartObject();
                json.writeStringField("cutoff", each.cutoff().toString());
                json.writeNumberField("bytes", each.bytes().bytes());
                write("newest", each.newest(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void writeParts(SortedMap<String, PartStats> parts, JsonGenerator json) throws IOException {
        if (!parts.isEmpty()) {
            json.writeArrayFieldStart("parts");
            for (Map.Entry<String, PartStats> each : parts.entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", each.getKey());
                json.writeNumberField("bytes", each.getValue().bytes());
                json.writeBooleanField("sealed", each.getValue().isSealed());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static SortedMap<String, PartStats> parts(JsonFields fields) {
        SortedMap<String, PartStats> parts = new TreeMap<>(Utf8Order.BYTES);
        for (JsonFields part : fields.objects("parts")) {
            parts.put(
                    part.text("name"), new PartStats(part.number("bytes"), Boolean.parseBoolean(part.text("sealed"))));
        }
        return parts;
    }

    private static List<TimelyData> timely(JsonFields fields) {
        return fields.objects("timely").stream()
                .map(each -> new TimelyData(
                        each.instant("cutoff"), new ByteSize(each.number("bytes")), object("newest", each)))
                .toList();
    }

    private static void write(String name, Optional<LakeObject> object, JsonGenerator json) throws IOException {
        if (object.isPresent()) {
            json.writeObjectFieldStart(name);
            json.writeStringField("key", object.get().key());
            json.writeNumberField("bytes", object.get().bytes());
            json.writeStringField("modified", object.get().modified().toString());
            json.writeStringField("etag", object.get().etag());
            json.writeEndObject();
        }
    }

    private static Optional<LakeObject> object(String name, JsonFields fields) {
        return fields.object(name)
                .map(object -> new LakeObject(
                        object.text("key"), object.number("bytes"), object.instant("modified"), object.text("etag")));
    }

    private static void writeIgnored(Ignored ignored, JsonGenerator json) throws IOException {
        if (ignored.objects() == 0 && ignored.runs() == 0) {
            return;
        }
        json.writeObjectFieldStart("ignored");
        json.writeNumberField("objects", ignored.objects());
        json.writeNumberField("runs", ignored.runs());
        json.writeArrayFieldStart("names");
        for (String name : ignored.names()) {
            json.writeString(name);
        }
        json.writeEndArray();
        write("leftover", ignored.leftover(), json);
        write("example", ignored.example(), json);
        json.writeNumberField("hiddenBytes", ignored.hidden().bytes().bytes());
        write("hidden", ignored.hidden().newest(), json);
        json.writeEndObject();
    }

    private static Ignored ignored(JsonFields fields) {
        return fields.object("ignored")
                .map(ignored -> new Ignored(
                        ignored.number("objects"),
                        ignored.number("runs"),
                        ignored.texts("names"),
                        object("leftover", ignored),
                        object("example", ignored),
                        new HiddenObjects(new ByteSize(ignored.number("hiddenBytes")), object("hidden", ignored))))
                .orElse(Ignored.NONE);
    }

    private static void writeTime(String name, Optional<Instant> time, JsonGenerator json) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(name, time.get().toString());
        }
    }
}
