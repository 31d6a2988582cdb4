// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The lake for one test or class: its buckets, clients and checks. The server and other expensive parts are created
 * when they are first needed, and closed after the test or class. Thread-safe.
 */
final class TestLake implements AutoCloseable {

    /** The name of the variable <code>${bucket}</code>. Its value is the name of a bucket that only this test uses. */
    private static final String OWN_BUCKET = "bucket";

    private final Supplier<RunningLake> lake;
    private final LakeSetup setup;
    private final JUnitSettings settings;
    private final List<Expectation> expectations;
    private final FixtureBuckets buckets;
    private final LakeVerifier verifier;
    private final TestClients clients;

    TestLake(
            Optional<TestLake> enclosing,
            Supplier<RunningLake> server,
            LakeSetup setup,
            JUnitSettings settings,
            List<Expectation> expectations) {
        this.lake = new Memoized<>(server);
        this.setup = setup;
        this.settings = settings;
        this.expectations = List.copyOf(expectations);
        this.buckets = new FixtureBuckets(
                enclosing.map(outer -> outer.buckets), () -> lake.get().buckets());
        this.verifier = new LakeVerifier(expectations, variables(settings, buckets::ownName), lake);
        this.clients = new TestClients(lake);
    }

    /**
     * Returns the names of the buckets in the expectations' locations, except buckets that only one test uses and
     * buckets whose names contain a parameter of the test. Expectations with mistakes are ignored, because the tests
     * report them.
     */
    static Set<String> sharedBuckets(List<Expectation> expectations, JUnitSettings settings) {
        return expectations.stream()
                .flatMap(expectation -> sharedBuckets(expectation, settings))
                .filter(bucket -> !bucket.contains(TestArguments.PLACEHOLDER))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> sharedBuckets(Expectation expectation, JUnitSettings settings) {
        try {
            return Buckets.of(expectation
                    .with(TestArguments.UNKNOWN)
                    .suite(variables(settings, () -> TestArguments.PLACEHOLDER)));
        } catch (ExtensionConfigurationException e) {
            return Stream.of();
        }
    }

    /**
     * Creates the buckets whose names don't depend on a test's arguments, and remembers which objects the enclosing
     * class wrote. Call this before any {@code @BeforeAll} or {@code @BeforeEach} method of the class or test. Buckets
     * that only one test uses (<code>${bucket}</code>) are not created yet. A location with an invalid bucket is
     * ignored, because the tests report it.
     */
    void prepareSharedBuckets() {
        buckets.create(setup.buckets().stream());
        for (String bucket : sharedBuckets(expectations, settings)) {
            try {
                buckets.create(Stream.of(bucket));
            } catch (InvalidBucketNameException e) {
                // Nothing to do: the tests that use this bucket report it.
            }
        }
        buckets.rememberBaseline();
    }

    /**
     * Validates a test's checks and creates its buckets. Mistakes are reported before the server is started and before
     * the test body runs.
     */
    void prepareTest() {
        verifier.validate();
        buckets.create(Stream.concat(
                setup.buckets().stream(),
                verifier.compiled().stream().flatMap(expectation -> Buckets.of(expectation.suite()))));
        buckets.rememberBaseline();
    }

    /**
     * Removes the objects that a test, or a class and its tests, wrote, as far as the {@link Reset} setting requires.
     * What a nested class wrote to buckets of the enclosing class is removed like what a test wrote.
     *
     * @param isParallel whether other tests of the enclosing class may run at the same time
     */
    void reset(boolean isParallel) {
        if (setup.reset() != Reset.NEVER) {
            buckets.empty();
        }
        if (setup.reset() == Reset.AFTER_EACH) {
            buckets.resetEnclosing(isParallel);
        }
    }

    RunningLake lake() {
        return lake.get();
    }

    FixtureBuckets buckets() {
        return buckets;
    }

    LakeVerifier verifier() {
        return verifier;
    }

    TestClients clients() {
        return clients;
    }

    SkipPolicy onSkip() {
        return setup.onSkip();
    }

    /** Returns a function that returns the values of variables in suites and locations. */
    Function<String, Optional<String>> variables() {
        return variables(settings, buckets::own);
    }

    /** Returns the datasets that the test checks, and creates the test's own bucket if they use it. */
    List<DatasetRun> datasets() {
        List<DatasetRun> datasets = verifier.datasets();
        buckets.createOwnIfNamed();
        return datasets;
    }

    /**
     * Returns lines about objects that the test wrote to a folder with a similar path. Returns an empty string unless
     * the finding's partition is missing or incomplete.
     */
    String writtenNear(Finding finding) {
        if (!WrittenObjects.isMissing(finding) || !finding.partition().folder().startsWith("s3:")) {
            return "";
        }
        try {
            return WrittenObjects.of(this).near(finding);
        } catch (SdkException e) {
            // The lines are only a hint: a failure to find them must not replace the finding.
            return "";
        }
    }

    private static Function<String, Optional<String>> variables(JUnitSettings settings, Supplier<String> ownBucket) {
        return name -> name.equals(OWN_BUCKET) ? Optional.of(ownBucket.get()) : settings.apply(name);
    }

    @Override
    public void close() {
        clients.close();
        buckets.deleteOwn();
    }
}
