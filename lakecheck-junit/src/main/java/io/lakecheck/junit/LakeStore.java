// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Access to the objects that lakecheck keeps in JUnit's stores: servers for the run, and fixtures for tests and
 * classes. JUnit closes them in the right order.
 */
final class LakeStore {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(LakeStore.class);

    private static final String FAILURE = "failure";

    /**
     * The key of a fixture. It contains the context's ID, because a store also returns values from the parent context.
     */
    private record FixtureKey(ExtensionSettings settings, String contextId) {}

    private record ChoiceKey(Backend backend, String image) {}

    private LakeStore() {}

    /** Returns the fixture for a test or class. Its parent is the fixture of the enclosing class. */
    static TestLake fixture(ExtensionSettings settings, ExtensionContext context) {
        return resource(
                context,
                new FixtureKey(settings, context.getUniqueId()),
                () -> new TestLake(
                        enclosing(settings, context),
                        () -> settings.lake(context),
                        settings.setup(context),
                        JUnitSettings.of(context),
                        settings.expectations(context)),
                TestLake.class);
    }

    /** Returns the first exception that a failed check has thrown in this test, or null if there is none. */
    static @Nullable Throwable firstFailure(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(FAILURE, Throwable.class);
    }

    static void storeFailure(Throwable failure, ExtensionContext context) {
        if (firstFailure(context) == null) {
            context.getStore(NAMESPACE).put(FAILURE, failure);
        }
    }

    private static Optional<TestLake> enclosing(ExtensionSettings settings, ExtensionContext context) {
        Optional<ExtensionContext> parent = context.getParent();
        while (parent.isPresent()) {
            Optional<StoredResource<?>> found = parent.map(each ->
                    each.getStore(NAMESPACE).get(new FixtureKey(settings, each.getUniqueId()), StoredResource.class));
            if (found.isPresent()) {
                return found.map(stored -> TestLake.class.cast(stored.value()));
            }
            parent = parent.flatMap(ExtensionContext::getParent);
        }
        return Optional.empty();
    }

    /** Returns the server for a setup. All tests in the run with the same choice of server share it. */
    static RunningLake lake(LakeSetup setup, ExtensionContext context) {
        ExtensionContext run = context.getRoot();
        ServerChoice choice = run.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        new ChoiceKey(setup.backend(), setup.image()),
                        key -> ServerChoice.of(
                                setup.backend(), setup.image(), JUnitSettings.of(context), Docker::problemOf),
                        ServerChoice.class);
        return resource(run, choice.withoutReason(), choice::start, RunningLake.class);
    }

    /** Registers a resource to be closed at the end of the run. Only the first resource of each owner is registered. */
    static void closeAfterRun(Object owner, AutoCloseable resource, ExtensionContext context) {
        resource(context.getRoot(), owner, () -> resource, AutoCloseable.class);
    }

    /** Registers a resource to be closed at the end of the test or class. */
    static void closeAfter(AutoCloseable resource, ExtensionContext context) {
        resource(context, resource, () -> resource, AutoCloseable.class);
    }

    private static <T extends AutoCloseable> T resource(
            ExtensionContext context, Object key, Supplier<T> resource, Class<T> type) {
        StoredResource<?> stored = context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(key, any -> new StoredResource<>(resource.get()), StoredResource.class);
        return type.cast(stored.value());
    }
}
