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
 * {@link LakeCheck} and {@link LocalLake} in code, for a field with {@link RegisterExtension}: where words are only
 * known when the tests run. JUnit can't see its buckets beforehand: classes that run at the same time use <code>
 * ${bucket}</code>, or lock.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final CheckedLake LAKE = CheckedLake.on(Backend.EMBEDDED)
 *         .check("s3://refined/kpi/dt={date}/", kpi -> kpi.partition("2026-01-02").size(size -> size.min("1 kB")))
 *         .build();
 * }</pre>
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

    private CheckedLake(ExtensionSettings plan) {
        this.extension = new LakeCheckExtension(plan);
        this.parameters = new LakeParameters(plan);
    }

    /** Begins one on this server. */
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

    /** What is said so far. For one thread. */
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

        /** See {@link LocalLake#image}. */
        public Builder image(String name) {
            image = name;
            return this;
        }

        /** See {@link LocalLake#buckets}. */
        public Builder buckets(String... names) {
            buckets.addAll(List.of(names));
            return this;
        }

        /** See {@link LocalLake#reset}. */
        public Builder reset(Reset when) {
            reset = when;
            return this;
        }

        /** What each test must have left at a location. */
        public Builder check(String location, UnaryOperator<DatasetSpec> words) {
            expectations.add(words.apply(new DatasetSpec(location)).expectation(ORIGIN));
            return this;
        }

        /**
         * What each test must have left: these datasets of a suite file, by name or glob, or all; one partition, or the
         * newest due.
         */
        public Builder suite(String file, String partition, String... datasets) {
            expectations.add(
                    new Expectation(ORIGIN, Optional.empty(), file, List.of(datasets), partition, "", Map.of()));
            return this;
        }

        public CheckedLake build() {
            ExtensionSettings.LakeSetup setup =
                    new ExtensionSettings.LakeSetup(backend, image, List.copyOf(buckets), reset);
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
