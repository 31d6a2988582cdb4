// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.Sentences;
import io.lakecheck.partition.Partition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LakeSentencesTest {

    private static final Dataset KPI = Datasets.daily(Datasets.marked("_SUCCESS"));
    private static final Partition DAY = KPI.partition("2026-01-02");
    private static final Instant NOON = Instant.parse("2026-01-03T12:00:00Z");

    private final Sentences sentences = new Sentences();

    @Test
    void sentences_are_as_pinned() {
        absence("no object at all");
        absence("only a marker", "_SUCCESS");
        absence("one ignored object", "_temporary/part-0");
        absence("two ignored objects", "_temporary/part-0", ".part-1.crc");
        for (LakeException.Reason reason : LakeException.Reason.values()) {
            sentences.add("reason " + reason.name(), reason.toString());
        }
        sentences.add(
                "bug in lakecheck",
                LakeException.of(new IllegalStateException("no page\nof page 2"))
                        .getMessage());
        sentences.add(
                "marker and object in the same second",
                LakeException.unknownOrder("_SUCCESS", "dt=2026-01-02/part-0").getMessage());
        error("total size overflows", () -> {
            SnapshotBuilder builder = builder();
            builder.add(object("part-0", Long.MAX_VALUE));
            builder.add(object("part-1", 1));
        });
        error("too many parts", () -> {
            ObjectRoles roles = new ObjectRoles(
                    Optional.empty(), List.of(), ObjectFilter.DATA, Optional.of(new PartRule("id", List.of())));
            SnapshotBuilder builder = new SnapshotBuilder(DAY, roles);
            for (int id = 0; id <= Subtotals.MOST_PARTS; id++) {
                builder.add(object("id=" + id + "/part-0", 1));
            }
        });
        error("too many runs", () -> {
            ObjectFilter each = new ObjectFilter(List.of(), List.of(), Runs.EACH);
            SnapshotBuilder builder = new SnapshotBuilder(
                    new Partition("s3://refined/kpi/", "run=2026-01-02-*/", Optional.empty()),
                    new ObjectRoles(Optional.empty(), List.of(), each));
            for (int run = 0; run <= RunSequence.MOST_RUNS + 1; run++) {
                builder.add(new LakeObject("run=2026-01-02-" + run + "/part-0", 1, NOON, "etag"));
            }
        });
        error("root without a slash", () -> KeyRange.of("s3://refined/kpi", ""));
        error("negative size", () -> object("part-0", -1));

        sentences.check("lake");
    }

    private void absence(String name, String... objects) {
        SnapshotBuilder builder = builder();
        Stream.of(objects).map(object -> object(object, 5)).forEach(builder::add);
        sentences.add(name, builder.snapshot(Lake.Answer.at(NOON)).describeAbsence());
    }

    private void error(String name, ThrowingCallable call) {
        sentences.add(
                name,
                Optional.ofNullable(catchThrowable(call))
                        .map(Throwable::getMessage)
                        .orElseThrow());
    }

    private static SnapshotBuilder builder() {
        return new SnapshotBuilder(DAY, KPI.roles());
    }

    private static LakeObject object(String name, long bytes) {
        return new LakeObject("dt=2026-01-02/" + name, bytes, NOON, "");
    }
}
