// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The lake for one test or class: its buckets, client and checks. Expensive parts are created when first needed and
 * closed with the test or class. Thread-safe.
 */
final class LakeFixture implements AutoCloseable {

    /** The variable <code>${bucket}</code>, whose value is a bucket of the test's own. */
    private static final String OWN_BUCKET = "bucket";

    private static final String PLACEHOLDER = "own-bucket-not-yet-created";

    private final RunningLake lake;
    private final JUnitSettings settings;
    private final List<Expectation> expectations;
    private final FixtureBuckets buckets;
    private final LakeVerifier verifier;

    private @Nullable S3Client client;

    LakeFixture(
            Optional<LakeFixture> enclosing, RunningLake lake, JUnitSettings settings, List<Expectation> expectations) {
        this.lake = lake;
        this.settings = settings;
        this.expectations = List.copyOf(expectations);
        this.buckets = new FixtureBuckets(enclosing.map(outer -> outer.buckets), lake.buckets());
        this.verifier = new LakeVerifier(expectations, variables(settings, buckets::own), lake);
    }

    /** Returns the buckets in these expectations' locations, except tests' own buckets. */
    static Set<String> sharedBuckets(List<Expectation> expectations, JUnitSettings settings) {
        return expectations.stream()
                .map(expectation -> expectation.suite(variables(settings, () -> PLACEHOLDER)))
                .flatMap(Buckets::of)
                .filter(bucket -> !bucket.equals(PLACEHOLDER))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Creates the shared buckets that a class and its tests use. Buckets that belong to a single test (<code>${bucket}
     * </code>) are not created: the expectations are only read for the names of the shared ones.
     */
    void prepareClass(List<String> additional) {
        buckets.create(Stream.concat(additional.stream(), sharedBuckets(expectations, settings).stream()));
    }

    /** Creates a test's buckets and validates its checks, so that mistakes are reported before the test body. */
    void prepareTest(List<String> additional) {
        verifier.validate();
        buckets.create(Stream.concat(
                additional.stream(),
                verifier.compiled().stream().flatMap(expectation -> Buckets.of(expectation.suite()))));
    }

    RunningLake lake() {
        return lake;
    }

    FixtureBuckets buckets() {
        return buckets;
    }

    LakeVerifier verifier() {
        return verifier;
    }

    synchronized S3Client client() {
        if (client == null) {
            client = lake.clientForTests();
        }
        return client;
    }

    /** Returns the values of variables in suites and locations. */
    Function<String, Optional<String>> variables() {
        return variables(settings, buckets::own);
    }

    LakeSeed seed() {
        return new LakeSeed(this, verifier.datasets());
    }

    private static Function<String, Optional<String>> variables(JUnitSettings settings, Supplier<String> ownBucket) {
        return name -> name.equals(OWN_BUCKET) ? Optional.of(ownBucket.get()) : settings.apply(name);
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        buckets.deleteOwn();
    }
}
