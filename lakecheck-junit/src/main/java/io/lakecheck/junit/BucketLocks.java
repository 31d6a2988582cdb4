// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Keeps tests that share a bucket from running at the same time. JUnit asks it before anything runs; it goes by the
 * names that locations have, so that tests in buckets of their own are not held up.
 */
final class BucketLocks implements ResourceLocksProvider {

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
        return on(() -> Expectations.of(with(enclosing, type), Optional.of(method)), List.of());
    }

    private static Set<Lock> locks(List<Class<?>> enclosing, Class<?> type) {
        List<String> named = ExtensionSettings.LakeSetup.on(type, enclosing)
                .map(ExtensionSettings.LakeSetup::buckets)
                .orElse(List.of());
        return on(() -> Expectations.anywhereIn(with(enclosing, type)), named);
    }

    private static List<Class<?>> with(List<Class<?>> enclosing, Class<?> type) {
        List<Class<?>> classes = new ArrayList<>(enclosing);
        classes.add(type);
        return classes;
    }

    private interface Expected {
        List<Expectation> expectations();
    }

    private static Set<Lock> on(Expected expected, List<String> named) {
        return Stream.concat(named.stream(), buckets(expected).stream())
                .map(bucket -> new Lock("io.lakecheck.bucket." + bucket))
                .collect(Collectors.toSet());
    }

    private static Set<String> buckets(Expected expected) {
        try {
            return LakeFixture.shared(expected.expectations(), JUnitSettings.ofProcess());
        } catch (ExtensionConfigurationException mistake) {
            // Told by the test itself, which will not run.
            return Set.of();
        }
    }
}
