// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Report;
import io.lakecheck.Strays;
import io.lakecheck.Suite;
import io.lakecheck.lake.HiddenObjects;
import io.lakecheck.lake.Ignored;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.ObjectStats;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.PartStats;
import io.lakecheck.lake.RunStats;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Subtotals;
import io.lakecheck.lake.TimelyData;
import io.lakecheck.lake.Traffic;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.StrayKind;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.value.ByteSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shard writes, the merge reads: with hostile names, all fields, and all kinds of partitions. */
class ShardReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-03T07:00:00.123456789Z");
    private static final LakeObject HOSTILE =
            new LakeObject("dt=1/\"\\\n\u0000\u202e\ud83d\ude80 ${x}", Long.MAX_VALUE, NOW, "\"etag\"");

    private static Dataset dataset(String location) {
        return suite(location).datasets().get(0);
    }

    private static Suite suite(String location) {
        String yaml = "zone: America/New_York\ndatasets: { \"d \u202e\\\"\": { location: \"" + location + "\""
                + (location.contains("{") ? ", due: 90m" : "") + ", checks: [ size: { min: 1 } ] } }";
        return SuiteFile.parse(
                "lakecheck.yml", yaml.getBytes(StandardCharsets.UTF_8), Path.of("."), name -> Optional.empty());
    }

    private static Snapshot snapshot(Partition partition, Optional<LakeObject> object) {
        SortedMap<String, PartStats> parts = new TreeMap<>(Map.of("country=DE", new PartStats(4, true)));
        List<TimelyData> timely = List.of(new TimelyData(NOW, new ByteSize(5), object));
        ObjectStats ofRun = stats(object, new Subtotals(timely, parts));
        List<RunStats> runs = List.of(new RunStats("run=1/", ofRun, object), new RunStats("\u202e", ofRun, object));
        return new Snapshot(
                partition,
                stats(object, new Subtotals(timely, parts, runs)),
                object,
                new Ignored(
                        object.isPresent() ? 4 : 0,
                        2,
                        List.of("run=1", "run=\u202e"),
                        object,
                        object,
                        new HiddenObjects(new ByteSize(9), object)),
                Long.MIN_VALUE,
                new Lake.Answer(object.map(LakeObject::modified), NOW),
                object.map(LakeObject::modified));
    }

    private static ObjectStats stats(Optional<LakeObject> object, Subtotals subtotals) {
        return new ObjectStats(object.isPresent() ? 3 : 0, new ByteSize(7), object, object, object, object, subtotals);
    }

    private static ShardResult throughJson(Evidence evidence) throws IOException {
        Suite suite = Suite.of(evidence.dataset());
        Report report =
                new Report(suite, NOW, Duration.ofMillis(1234), new Traffic(1, 2, 3), Finding.of(evidence), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ShardWriter.write(report, "version 1", out);
        return new ShardReader(suite, NOW).read(new ByteArrayInputStream(out.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://refined/kpi/dt={date}/",
                "s3://refined/kpi/{yyyy}/{MM}/{dd}/{HH}/",
                "s3://refined/kpi/{YYYY-'W'ww}/",
                "s3://refined/kpi/{yyyy-MM}/run=*/",
                "s3://refined/kpi/kpi_{yyyyMMdd}.csv",
                "s3://refined/kpi/{date+1d}/"
            })
    void snapshots_of_all_periods_are_read_as_they_were_written(String location) throws IOException {
        Dataset dataset = dataset(location);
        Partition newest = dataset.newestDue(NOW);
        Partition earlier = dataset.newestDue(NOW.minus(Duration.ofDays(40)));
        Map<Partition, Observation> observations =
                Map.of(newest, snapshot(newest, Optional.of(HOSTILE)), earlier, snapshot(earlier, Optional.empty()));
        Strays strays =
                new Strays(List.of(new Strays.Stray("dt=null\u202e", StrayKind.NO_DATE)), 17, 3, Optional.empty());
        Evidence evidence = new Evidence(dataset, newest, NOW, observations, Map.of("dt=1/", strays));

        ShardResult result = throughJson(evidence);

        assertThat(result)
                .isEqualTo(
                        new ShardResult("version 1", Duration.ofMillis(1234), new Traffic(1, 2, 3), List.of(evidence)));
    }

    @Test
    void an_undated_dataset_has_a_single_partition() throws IOException {
        Dataset dataset = dataset("s3://refined/kpi/");
        Partition only = dataset.newestDue(NOW);
        Evidence evidence = Evidence.empty(dataset, only, NOW).with(Map.of(only, snapshot(only, Optional.of(HOSTILE))));

        assertThat(throughJson(evidence).evidence()).containsExactly(evidence);
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_keeps_its_reason_and_message(Reason reason) throws IOException {
        Dataset dataset = dataset("s3://refined/kpi/{date}/");
        Partition newest = dataset.newestDue(NOW);
        LakeException failure = new LakeException(reason, "why \"it\" failed");
        Evidence evidence = new Evidence(
                dataset,
                newest,
                NOW,
                Map.of(newest, new Unobserved(newest, failure)),
                Map.of("", Strays.failed(failure)));

        Evidence read = throughJson(evidence).evidence().get(0);

        assertThat(Finding.of(read)).extracting(Finding::text).isEqualTo(texts(evidence));
        assertThat(read.strays().values()).singleElement().satisfies(strays -> assertThat(strays.failure())
                .get()
                .satisfies(found -> assertThat(found.reason()).isEqualTo(reason)));
    }

    private static List<String> texts(Evidence evidence) {
        return Finding.of(evidence).stream().map(Finding::text).toList();
    }

    @Test
    void a_dataset_that_the_suite_no_longer_contains_is_ignored() {
        String json = """
                {"suite": "", "tookMillis": 1, "requests": 1, "retries": 0, "objects": 1,
                 "datasets": [{"name": "removed"}], "added later": {"x": []}}""";

        assertThat(new ShardReader(suite("s3://refined/kpi/"), NOW)
                        .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                        .evidence())
                .isEmpty();
    }
}
