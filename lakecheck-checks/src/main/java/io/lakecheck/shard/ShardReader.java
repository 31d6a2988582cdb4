// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.shard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Strays;
import io.lakecheck.Suite;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Traffic;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.partition.StrayKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the result of a shard, one dataset at a time. */
public final class ShardReader {

    private static final JsonFactory JSON = new JsonFactoryBuilder().build();

    private final Map<String, Dataset> datasets = new HashMap<>();
    private final Instant at;

    /**
     * Creates a reader.
     *
     * @param suite the suite that the shard belongs to
     * @param at the time of the run's check
     */
    public ShardReader(Suite suite, Instant at) {
        suite.datasets().forEach(dataset -> datasets.put(dataset.name(), dataset));
        this.at = at;
    }

    /**
     * Reads the result of a shard.
     *
     * @throws IllegalArgumentException if the stream does not contain the result of a shard
     */
    public ShardResult read(InputStream in) {
        List<Evidence> evidence = new ArrayList<>();
        Map<String, Object> head = new HashMap<>();
        try (JsonParser json = JSON.createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("datasets")) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        evidence(JsonFields.read(json)).ifPresent(evidence::add);
                    }
                } else {
                    head.put(name, json.getText());
                }
            }
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("invalid JSON: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonFields fields = new JsonFields(head);
        return new ShardResult(
                fields.text("suite"),
                Duration.ofMillis(fields.number("tookMillis")),
                new Traffic(fields.number("requests"), fields.number("retries"), fields.number("objects")),
                evidence);
    }

    private Optional<Evidence> evidence(JsonFields fields) {
        return Optional.ofNullable(datasets.get(fields.text("name"))).map(dataset -> {
            Map<Partition, Observation> observations = new HashMap<>();
            for (JsonFields each : fields.objects("observations")) {
                Partition partition = partition(each, dataset);
                observations.put(
                        partition,
                        failure(each)
                                .<Observation>map(failure -> new Unobserved(partition, failure))
                                .orElseGet(() -> SnapshotJson.read(each, partition)));
            }
            Map<String, Strays> strays = new HashMap<>();
            fields.objects("strays").forEach(each -> strays.put(each.text("folder"), strays(each)));
            return new Evidence(dataset, partition(fields, dataset), at, observations, strays);
        });
    }

    private static Partition partition(JsonFields fields, Dataset dataset) {
        return fields.find("from")
                .map(LocalDateTime::parse)
                .flatMap(from -> dataset.location().period().map(period -> dataset.location()
                        .at(new Span(period, from, dataset.zone(), dataset.due()))))
                .orElseGet(dataset.location()::undated);
    }

    private static Optional<LakeException> failure(JsonFields fields) {
        return fields.find("reason").map(reason -> new LakeException(Reason.valueOf(reason), fields.text("message")));
    }

    private static Strays strays(JsonFields fields) {
        List<Strays.Stray> named = fields.objects("named").stream()
                .map(each -> new Strays.Stray(each.text("path"), StrayKind.valueOf(each.text("kind"))))
                .toList();
        return new Strays(named, fields.number("count"), fields.number("known"), failure(fields));
    }
}
