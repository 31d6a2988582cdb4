// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.spec.Origin;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** A builder for a {@link LakeFixture}. Not thread-safe. */
public final class LakeFixtureBuilder {

    private static final Origin ORIGIN = Origin.of("LakeFixture");

    private final @Nullable Supplier<URI> endpoint;
    private final List<Expectation> expectations = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private LakeSetup setup;
    private @Nullable AwsCredentialsProvider credentials;

    LakeFixtureBuilder(Backend backend, @Nullable Supplier<URI> endpoint) {
        this.endpoint = endpoint;
        this.setup = LakeSetup.DEFAULT.with(backend);
    }

    /** Sets the Docker image for LocalStack; see {@link LocalLake#image}. */
    public LakeFixtureBuilder image(String name) {
        setup = setup.withImage(name);
        return this;
    }

    /**
     * Sets the credentials for a server with a given address (see {@link LakeFixture#on(Supplier)}). Default: those
     * from the AWS SDK's default provider chain or, if it has none, the key and secret "test".
     */
    public LakeFixtureBuilder credentials(AwsCredentialsProvider provider) {
        credentials = provider;
        return this;
    }

    /** Adds buckets to create; see {@link LocalLake#buckets}. */
    public LakeFixtureBuilder buckets(String... names) {
        List<String> all = new ArrayList<>(setup.buckets());
        all.addAll(List.of(names));
        setup = setup.withBuckets(all);
        return this;
    }

    /** Sets when buckets are emptied; see {@link LocalLake#reset}. */
    public LakeFixtureBuilder reset(Reset when) {
        setup = setup.with(when);
        return this;
    }

    /** Sets what happens if some checks are SKIPPED; see {@link LocalLake#onSkip}. */
    public LakeFixtureBuilder onSkip(SkipPolicy policy) {
        setup = setup.with(policy);
        return this;
    }

    /**
     * Sets whether the AWS SDK's system properties point to the server while tests run; see
     * {@link LocalLake#systemProperties}. Unlike with the annotation, JUnit doesn't lock the properties.
     */
    public LakeFixtureBuilder systemProperties(boolean set) {
        setup = setup.withSystemProperties(set);
        return this;
    }

    /**
     * Adds a dataset that is checked after each test.
     *
     * @param location the dataset's location, such as {@code s3://refined/kpi/dt={date}/}
     * @param settings sets the dataset's other keys and its checks
     */
    public LakeFixtureBuilder check(String location, UnaryOperator<DatasetSpec> settings) {
        expectations.add(settings.apply(new DatasetSpec(location)).expectation(ORIGIN));
        return this;
    }

    /**
     * Adds datasets from a suite file, which are checked after each test.
     *
     * @param file the path of the suite file; see {@link LakeCheck#suite}
     * @param partition the partition to check, or an empty string for the most recent one that is due
     * @param datasets names or globs of the datasets to check; if there are none, all datasets in the suite
     */
    public LakeFixtureBuilder suite(String file, String partition, String... datasets) {
        expectations.add(new Expectation(ORIGIN, Optional.empty(), file, List.of(datasets), partition, "", Map.of()));
        return this;
    }

    /**
     * Sets the values of variables in suites and locations; see {@link LakeCheck#variables}.
     *
     * @param pairs names and values, such as {@code LAKE=s3://${bucket}}
     */
    public LakeFixtureBuilder variables(String... pairs) {
        variables.putAll(Expectations.variables(pairs, ORIGIN));
        return this;
    }

    /** Returns the configured extension. */
    public LakeFixture build() {
        return new LakeFixture(
                new FixtureServer(setup, Optional.ofNullable(endpoint), Optional.ofNullable(credentials)),
                expectations.stream().map(each -> each.with(variables)).toList());
    }
}
