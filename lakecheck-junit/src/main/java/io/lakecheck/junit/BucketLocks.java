// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Provides JUnit with one lock for each shared bucket, so that tests that use the same bucket never run at the same
 * time. JUnit calls this class before tests have a context, so it reads the annotations itself.
 */
final class BucketLocks implements ResourceLocksProvider {

    /**
     * The name of a resource that tests only read, which therefore locks nothing. JUnit versions before 5.12 require a
     * name, and would otherwise fail before {@link Requirements} can report the missing version.
     */
    static final String NONE = "io.lakecheck";

    @Override
    public Set<Lock> provideForClass(Class<?> type) {
        return locks(List.of(), type);
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosing, Class<?> type) {
        return locks(enclosing, type);
    }

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosing, Class<?> type, Method method) {
        return locks(() -> Expectations.of(with(enclosing, type), Optional.of(method)), List.of());
    }

    private static Set<Lock> locks(List<Class<?>> enclosing, Class<?> type) {
        LakeSetup setup = LakeSetup.of(type, enclosing).orElse(LakeSetup.DEFAULT);
        Set<Lock> locks =
                new HashSet<>(locks(() -> Expectations.ofClassAndMethods(with(enclosing, type)), setup.buckets()));
        if (setup.systemProperties()) {
            locks.add(new Lock(Resources.SYSTEM_PROPERTIES));
        }
        return locks;
    }

    private static List<Class<?>> with(List<Class<?>> enclosing, Class<?> type) {
        List<Class<?>> classes = new ArrayList<>(enclosing);
        classes.add(type);
        return classes;
    }

    private static Set<Lock> locks(Supplier<List<Expectation>> expectations, List<String> buckets) {
        return Stream.concat(buckets.stream(), sharedBuckets(expectations).stream())
                .map(bucket -> new Lock("io.lakecheck.bucket." + bucket))
                .collect(Collectors.toSet());
    }

    private static Set<String> sharedBuckets(Supplier<List<Expectation>> expectations) {
        try {
            return TestLake.sharedBuckets(expectations.get(), JUnitSettings.ofProcess());
        } catch (ExtensionConfigurationException e) {
            // An annotation contains a mistake, which the test reports before its body runs.
            return Set.of();
        }
    }
}
