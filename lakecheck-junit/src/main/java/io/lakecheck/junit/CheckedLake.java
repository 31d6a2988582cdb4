// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.spec.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An extension that configures {@link LocalLake} and {@link LakeCheck} in code, for values that are only known at run
 * time. Register it with {@link RegisterExtension}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final CheckedLake LAKE = CheckedLake.on(Backend.EMBEDDED)
 *         .check("s3://refined/kpi/dt={date}/", kpi -> kpi.partition("2026-01-02").size(size -> size.min("1 kB")))
 *         .build();
 * }</pre>
 *
 * <p>JUnit doesn't know the buckets in advance, so it doesn't lock them. Tests that run in parallel need <code>
 * ${bucket}</code> or a {@code @ResourceLock}.
 */
public final class CheckedLake
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver {

    private final LakeCheckExtension extension;
    private final LakeParameters parameters;

    private CheckedLake(ExtensionSettings settings) {
        this.extension = new LakeCheckExtension(settings);
        this.parameters = new LakeParameters(settings);
    }

    /** Returns a builder for a lake on this server. */
    public static Builder on(Backend backend) {
        return new Builder(backend);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        extension.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        extension.beforeEach(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        extension.afterTestExecution(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        extension.afterEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        extension.afterAll(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return !ExtensionSettings.isAnnotated(context) && parameters.supportsParameter(parameter, context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameters.resolveParameter(parameter, context);
    }

    /** Builder of a {@link CheckedLake}. Not thread-safe. */
    public static final class Builder {

        private static final Origin ORIGIN = Origin.of("CheckedLake");

        private final Backend backend;
        private final List<String> buckets = new ArrayList<>();
        private final List<Expectation> expectations = new ArrayList<>();
        private Reset reset = Reset.AFTER_CLASS;
        private String image = "";

        private Builder(Backend backend) {
            this.backend = backend;
        }

        /** Sets the LocalStack image; see {@link LocalLake#image}. */
        public Builder image(String name) {
            image = name;
            return this;
        }

        /** Adds buckets to create; see {@link LocalLake#buckets}. */
        public Builder buckets(String... names) {
            buckets.addAll(List.of(names));
            return this;
        }

        /** Sets when buckets are emptied; see {@link LocalLake#reset}. */
        public Builder reset(Reset when) {
            reset = when;
            return this;
        }

        /**
         * Adds a dataset to check after each test.
         *
         * @param location such as {@code s3://refined/kpi/dt={date}/}
         * @param settings the dataset's settings and checks
         */
        public Builder check(String location, UnaryOperator<DatasetSpec> settings) {
            expectations.add(settings.apply(new DatasetSpec(location)).expectation(ORIGIN));
            return this;
        }

        /**
         * Adds datasets from a suite file to check after each test.
         *
         * @param file the path of the suite file; see {@link LakeCheck#suite}
         * @param partition the partition to check, or an empty string for the newest one that is due
         * @param datasets names or globs; if there are none, all datasets in the suite
         */
        public Builder suite(String file, String partition, String... datasets) {
            expectations.add(
                    new Expectation(ORIGIN, Optional.empty(), file, List.of(datasets), partition, "", Map.of()));
            return this;
        }

        /** Returns the configured extension. */
        public CheckedLake build() {
            LakeSetup setup = new LakeSetup(backend, image, List.copyOf(buckets), reset);
            List<Expectation> all = List.copyOf(expectations);
            return new CheckedLake(new ExtensionSettings() {
                @Override
                public LakeSetup setup(ExtensionContext context) {
                    return setup;
                }

                @Override
                public List<Expectation> expectations(ExtensionContext context) {
                    return all;
                }
            });
        }
    }
}
