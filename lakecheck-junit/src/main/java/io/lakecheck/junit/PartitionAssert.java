// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.lake.Glob;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.ObjectPath;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions on a partition. Each assertion lists the lake again. It throws an {@link AssertionError} if the check is
 * FAILED or SKIPPED, but not if it is WARNED. If the lake can't be read, it throws a
 * {@link io.lakecheck.lake.LakeException}.
 */
public final class PartitionAssert extends AbstractAssert<PartitionAssert, String> {

    private static final String DEFAULT_MARKER = "_SUCCESS";

    private final AssertedLake lake;
    private final AssertedDataset dataset;
    private final UnaryOperator<DatasetSpec> selection;

    PartitionAssert(AssertedLake lake, AssertedDataset dataset, String partition, String asOf) {
        super(partition, PartitionAssert.class);
        this.lake = lake;
        this.dataset = dataset;
        this.selection = spec -> spec.partition(partition).asOf(asOf);
    }

    /** Verifies that the partition has data and arrived by its deadline. */
    public PartitionAssert isFresh() {
        return isFresh(recency -> recency);
    }

    /**
     * Verifies a {@code recency} check, for example {@code isFresh(recency ->
     * recency.marker("_SUCCESS").grace("15m"))}. Late arrivals fail unless {@code late("warn")} is set.
     */
    public PartitionAssert isFresh(UnaryOperator<RecencySpec> settings) {
        return passes(spec -> spec.recency(recency -> settings.apply(recency.late("fail"))));
    }

    /**
     * Verifies that the partition is fresh, that it contains this marker, and that no data was written after the
     * marker.
     */
    public PartitionAssert isSealedBy(String marker) {
        return isFresh(recency -> recency.marker(marker));
    }

    /**
     * Verifies that the partition contains no marker, or that data was written after it. If the dataset's marker is
     * unknown, {@code _SUCCESS} is assumed.
     */
    public PartitionAssert isNotSealed() {
        String marker = dataset.marker().orElse(DEFAULT_MARKER);
        Snapshot found = snapshot(spec -> spec.recency(recency -> recency.marker(marker)));
        return verify(
                found.marker().isEmpty() || found.grewAfterMarker(),
                found,
                "sealed by " + Display.visible(marker),
                "expected no marker, or data after it");
    }

    /** Verifies that the partition contains no objects at all, not even hidden ones. */
    public PartitionAssert isAbsent() {
        Snapshot found = snapshot(spec -> spec.size(size -> size.min("0 B")));
        List<String> keys = keys(found);
        return verify(
                keys.isEmpty(), found, Display.count(keys.size(), "object") + ": " + shown(keys), "expected none");
    }

    /** Verifies the number of objects that count as data. The marker and ignored objects are not counted. */
    public PartitionAssert hasObjects(long count) {
        Snapshot found = snapshot(spec -> marked(spec.size(size -> size.min("0 B"))));
        return verify(
                found.objects() == count, found, Display.count(found.objects(), "object"), "expected exactly " + count);
    }

    /**
     * Verifies that each glob matches at least one object in the partition, for example
     * {@code hasKeys("part-*.parquet", "_SUCCESS")}. Globs are matched against paths relative to the partition,
     * including those of markers and hidden objects.
     */
    public PartitionAssert hasKeys(String... globs) {
        Snapshot found = snapshot(spec -> spec.size(size -> size.min("0 B")));
        List<String> keys = keys(found);
        List<String> unmatched = Stream.of(globs)
                .filter(glob -> keys.stream().noneMatch(key -> Glob.matches(glob, key)))
                .toList();
        return verify(
                unmatched.isEmpty(),
                found,
                keys.isEmpty() ? "no objects" : Display.count(keys.size(), "object") + ": " + shown(keys),
                "expected at least one object that matches " + String.join(", and one that matches ", unmatched));
    }

    /**
     * Verifies that the total size is within these limits (inclusive), for example {@code hasSizeBetween("1 kB", "1
     * MB")}.
     */
    public PartitionAssert hasSizeBetween(String min, String max) {
        return hasSize(size -> size.min(min).max(max));
    }

    /** Verifies a {@code size} check, for example {@code hasSize(size -> size.objects("1", "200"))}. */
    public PartitionAssert hasSize(UnaryOperator<SizeSpec> settings) {
        return passes(spec -> spec.size(settings));
    }

    /**
     * Verifies that the total size differs from the previous partition's by at most this percentage, such as
     * {@code 50%}.
     */
    public PartitionAssert changedLessThan(String percentage) {
        return changed(delta -> delta.against("previous").drop(percentage).rise(percentage));
    }

    /**
     * Verifies a {@code delta} check, for example {@code changed(delta -> delta.against("median of 7").drop("30%"))}.
     */
    public PartitionAssert changed(UnaryOperator<DeltaSpec> settings) {
        return passes(spec -> spec.delta(settings));
    }

    private PartitionAssert passes(UnaryOperator<DatasetSpec> check) {
        Report report = report(check);
        lake.failures().run(() -> new FindingsReporter(report.findings(), List.of(), SkipPolicy.FAIL, lake.hint())
                .throwProblems());
        lake.failures().run(() -> throwSkipped(report));
        return this;
    }

    /** Throws an exception if a check is SKIPPED, because an assertion that checked nothing must not pass. */
    private static void throwSkipped(Report report) {
        report.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.SKIPPED)
                .findFirst()
                .ifPresent(finding -> {
                    throw new AssertionError(finding.text());
                });
    }

    private Report report(UnaryOperator<DatasetSpec> check) {
        DatasetRun run = dataset.with(spec -> check.apply(selection.apply(spec)), lake.variables());
        run.partition();
        SuiteRun suite = new SuiteRun(List.of(run));
        return suite.check(lake.lakes().apply(suite));
    }

    /** Sets the dataset's marker in the check, so that the marker doesn't count as data. */
    private DatasetSpec marked(DatasetSpec spec) {
        return dataset.marker()
                .map(marker -> spec.recency(recency -> recency.marker(marker).sealed("false")))
                .orElse(spec);
    }

    /** @throws io.lakecheck.lake.LakeException if the partition could not be listed */
    private Snapshot snapshot(UnaryOperator<DatasetSpec> check) {
        return report(check).findings().get(0).evidence().current();
    }

    private List<String> keys(Snapshot found) {
        DatasetRun run = dataset.with(spec -> selection.apply(spec).size(size -> size.min("0 B")), lake.variables());
        String root = run.dataset().location().root();
        Partition partition = found.partition();
        List<String> keys = new ArrayList<>();
        lake.lakes()
                .apply(new SuiteRun(List.of(run)))
                .list(KeyRange.of(root, partition.prefix()), object -> add(object, partition, keys));
        return keys;
    }

    private static boolean add(LakeObject object, Partition partition, List<String> keys) {
        partition.find(object.key()).map(ObjectPath::path).ifPresent(keys::add);
        return true;
    }

    private static String shown(List<String> keys) {
        return String.join(
                ", ", Display.firstLines(5, keys.stream().map(Display::visible).toList()));
    }

    private PartitionAssert verify(boolean holds, Snapshot found, String actual, String expected) {
        lake.failures().run(() -> {
            if (!holds) {
                String label = found.partition().label();
                throw new AssertionFailedError(
                        Display.visible(label.isEmpty() ? found.partition().folder() : label) + ": " + actual + "; "
                                + expected + " ("
                                + Display.visible(found.partition().folder()) + ")",
                        expected,
                        actual);
            }
        });
        return this;
    }
}
