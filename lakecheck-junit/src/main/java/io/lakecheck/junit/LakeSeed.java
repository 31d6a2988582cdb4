// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.partition.Partition;
import io.lakecheck.spec.ValueParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes test data: partitions and files of any size and age, on any server, without waiting. When lakecheck lists
 * objects that were seeded here, it uses the times set here instead of the server's. Seeded partitions count as written
 * at the end of their period unless another time is set. Can be injected into tests, lifecycle methods and
 * constructors.
 *
 * <p>Sizes are strings such as {@code 100 kB}, {@code 1 MiB} or {@code 1500}, up to 100 MB for each object. Times are
 * in the dataset's time zone ({@code 2026-01-02T03:00}) or have an offset ({@code 2026-01-02T03:00Z}). Methods throw an
 * {@link IllegalArgumentException} if a value is invalid.
 */
public final class LakeSeed {

    private final TestLake test;
    private final Supplier<List<DatasetRun>> runs;
    private final SeedWriter writer;

    LakeSeed(TestLake test) {
        this(test, test::datasets);
    }

    private LakeSeed(TestLake test, Supplier<List<DatasetRun>> runs) {
        this.test = test;
        this.runs = runs;
        this.writer = new SeedWriter(test.lake().client(), test.lake().writeTimes());
    }

    /** Returns the name of the test's own bucket, which replaces <code>${bucket}</code> in locations. */
    public String bucket() {
        return test.buckets().own();
    }

    /** Returns the names of the datasets that the test checks. */
    public List<String> datasets() {
        return runs.get().stream().map(run -> run.dataset().name()).toList();
    }

    /**
     * Selects a dataset by name. Required if the test checks several datasets.
     *
     * @throws IllegalArgumentException if the test checks no dataset with this name
     */
    public LakeSeed dataset(String name) {
        List<DatasetRun> selected = List.of(run(name));
        return new LakeSeed(test, () -> selected);
    }

    /**
     * Selects a partition of the checked dataset by its date ({@code 2026-01-01}) or its path ({@code dt=2026-01-01}).
     *
     * @throws IllegalStateException if the test checks no dataset, or several
     */
    public SeededPartitions partition(String text) {
        Dataset dataset = onlyRun().dataset();
        return new SeededPartitions(writer, dataset, List.of(dataset.partition(text)));
    }

    /**
     * Selects the given number of partitions before the checked one, skipping those that the calendar doesn't expect.
     * For example, {@code history(30)} selects about a month of daily data.
     *
     * @throws IllegalStateException if the test checks no dataset, or several
     */
    public SeededPartitions history(int periods) {
        DatasetRun run = onlyRun();
        List<Partition> earlier =
                run.dataset().before(run.partition()).limit(periods).toList();
        return new SeededPartitions(writer, run.dataset(), earlier);
    }

    /**
     * Writes an object. If it is in a partition of a dataset that the test checks, it counts as written at the end of
     * the partition's period; otherwise, at the test's time.
     *
     * @param address the object's address, such as {@code s3://raw/events.json}
     */
    public SeededFiles file(String address, String size) {
        return new SeededFiles(writer, datasetsOfRuns())
                .add(address, SeedWriter.content(address, ValueParser.size(size)));
    }

    /**
     * Writes an object with this text in UTF-8, for example an input of the job; see {@link #file}.
     *
     * @param address the object's address, such as {@code s3://raw/events.json}
     */
    public SeededFiles text(String address, String content) {
        return bytes(address, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes an object with this content; see {@link #file}.
     *
     * @param address the object's address, such as {@code s3://raw/events.parquet}
     */
    public SeededFiles bytes(String address, byte[] content) {
        return new SeededFiles(writer, datasetsOfRuns()).add(address, content);
    }

    /**
     * Writes the files in a local directory tree, with the same times as {@link #file}.
     *
     * @param address the target folder, such as {@code s3://refined/kpi/}
     * @throws UncheckedIOException if the directory cannot be read
     */
    public SeededFiles directory(Path directory, String address) {
        SeededFiles seeded = new SeededFiles(writer, datasetsOfRuns());
        String root = address.endsWith("/") ? address : address + "/";
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String key = directory.relativize(file).toString().replace('\\', '/');
                seeded.add(root + key, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the directory " + directory.toAbsolutePath(), e);
        }
        return seeded;
    }

    TestLake test() {
        return test;
    }

    /** Returns the test's run for the dataset with this name. */
    DatasetRun run(String name) {
        return runs.get().stream()
                .filter(run -> run.dataset().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown dataset '" + name + "'"
                        + (datasets().isEmpty()
                                ? ": the test has no @LakeCheck. Add one, or use location(\"s3://refined/kpi/dt={date}/\") in assertions."
                                : ". Available: " + names())));
    }

    private List<Dataset> datasetsOfRuns() {
        return runs.get().stream().map(DatasetRun::dataset).toList();
    }

    private DatasetRun onlyRun() {
        List<DatasetRun> all = runs.get();
        if (all.isEmpty()) {
            throw new IllegalStateException(
                    "the test checks no dataset. Add a @LakeCheck, or seed objects with file(\"s3://…\", \"1 kB\").");
        }
        if (all.size() > 1) {
            throw new IllegalStateException(
                    "the test checks several datasets. Select one with dataset(\"…\"): " + names());
        }
        return all.get(0);
    }

    private String names() {
        List<String> names = datasets();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
