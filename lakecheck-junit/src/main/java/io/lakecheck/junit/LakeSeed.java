// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.lake.Lake;
import io.lakecheck.partition.Partition;
import io.lakecheck.spec.ValueParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a past into the lake: partitions and files of any size and age, on any server, without waiting. What is seeded
 * counts as written when the seed says; of a partition, on time unless it says otherwise. Injected into tests,
 * lifecycle methods and constructors.
 */
public final class LakeSeed {

    private final LakeFixture fixture;
    private final List<DatasetRun> trials;
    private final SeedWriter sower;

    LakeSeed(LakeFixture fixture, List<DatasetRun> trials) {
        this.fixture = fixture;
        this.trials = trials;
        this.sower =
                new SeedWriter(fixture.running().client(), fixture.running().ledger());
    }

    /** The name of a bucket that is the test's own: what <code>${bucket}</code> in a location stands for. */
    public String bucket() {
        return fixture.ownBucket();
    }

    /** The names of the datasets that are checked. */
    public List<String> datasets() {
        return trials.stream().map(trial -> trial.dataset().name()).toList();
    }

    /** The same for one of several datasets, by its name. */
    public LakeSeed dataset(String name) {
        List<DatasetRun> meant = trials.stream()
                .filter(trial -> trial.dataset().name().equals(name))
                .toList();
        if (meant.isEmpty()) {
            throw new IllegalArgumentException(
                    "no @LakeCheck here speaks of a dataset " + name + "; there is " + names());
        }
        return new LakeSeed(fixture, meant);
    }

    /** A partition of the dataset that is checked, by its date ({@code 2026-01-01}) or path ({@code dt=2026-01-01}). */
    public SeededPartitions partition(String text) {
        Dataset dataset = trial().dataset();
        return new SeededPartitions(sower, dataset, List.of(dataset.partition(text)));
    }

    /**
     * The partitions before the one that will be judged, as many as the calendar expects: a month is
     * {@code history(30)}.
     */
    public SeededPartitions history(int periods) {
        DatasetRun trial = trial();
        List<Partition> before =
                trial.dataset().before(trial.partition()).limit(periods).toList();
        return new SeededPartitions(sower, trial.dataset(), before);
    }

    /**
     * An object of this size at an address such as {@code s3://raw/events.json}. In a partition of a checked dataset it
     * counts as written on time, elsewhere as written now.
     */
    public SeededFiles file(String address, String size) {
        return new SeededFiles(sower, owners()).add(address, SeedWriter.bytes(address, ValueParser.size(size)));
    }

    /**
     * The files of a local directory and below it, put below an address such as {@code s3://refined/kpi/}; timed as by
     * {@link #file}.
     */
    public SeededFiles directory(Path directory, String address) {
        SeededFiles seeded = new SeededFiles(sower, owners());
        String root = address.endsWith("/") ? address : address + "/";
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String below = directory.relativize(file).toString().replace('\\', '/');
                seeded.add(root + below, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the fixture " + directory.toAbsolutePath() + " can't be read", e);
        }
        return seeded;
    }

    Lake lakeOf(DatasetRun trial) {
        return fixture.running().lakeOf(trial);
    }

    Function<String, Optional<String>> variables() {
        return fixture.variables();
    }

    private List<Dataset> owners() {
        return trials.stream().map(DatasetRun::dataset).toList();
    }

    private DatasetRun trial() {
        if (trials.size() != 1) {
            throw new IllegalStateException(
                    trials.isEmpty()
                            ? "no @LakeCheck here says what a partition is; write one, or seed files by their address"
                            : "several datasets are checked here; say which: dataset(\"…\") with one of " + names());
        }
        return trials.get(0);
    }

    private String names() {
        return trials.isEmpty()
                ? "none"
                : trials.stream().map(trial -> trial.dataset().name()).collect(Collectors.joining(", "));
    }
}
