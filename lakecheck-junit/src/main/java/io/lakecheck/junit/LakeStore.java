// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Access to what lakecheck keeps in JUnit's stores: servers for the run, fixtures for tests and classes. JUnit closes
 * them in the right order.
 */
final class LakeStore {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(LakeStore.class);

    private static final String FAILURE = "failure";

    /** The key contains the context's ID because stores also return values of the parent context. */
    private record FixtureKey(ExtensionSettings settings, String contextId) {}

    private record ChoiceKey(Backend backend, String image) {}

    private LakeStore() {}

    /** Returns the fixture for this test or class, nested in that of the enclosing class. */
    static TestLake fixture(ExtensionSettings settings, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        new FixtureKey(settings, context.getUniqueId()),
                        key -> new TestLake(
                                enclosing(settings, context),
                                () -> settings.lake(context),
                                settings.setup(context),
                                JUnitSettings.of(context),
                                settings.expectations(context)),
                        TestLake.class);
    }

    /** Returns the first exception that failed checks have thrown in this test; null if there is none. */
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
            Optional<TestLake> found = parent.map(
                    each -> each.getStore(NAMESPACE).get(new FixtureKey(settings, each.getUniqueId()), TestLake.class));
            if (found.isPresent()) {
                return found;
            }
            parent = parent.flatMap(ExtensionContext::getParent);
        }
        return Optional.empty();
    }

    /** Returns the server of a setup, which all tests of the run share. */
    static RunningLake lake(LakeSetup setup, ExtensionContext context) {
        ExtensionContext.Store runStore = context.getRoot().getStore(NAMESPACE);
        ServerChoice choice = runStore.getOrComputeIfAbsent(
                new ChoiceKey(setup.backend(), setup.image()),
                key -> ServerChoice.of(setup.backend(), setup.image(), JUnitSettings.of(context), Docker::problemOf),
                ServerChoice.class);
        return runStore.getOrComputeIfAbsent(choice.withoutReason(), key -> choice.start(), RunningLake.class);
    }

    /** Closes a resource at the end of the run. */
    static void closeAfterRun(Object owner, AutoCloseable resource, ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(owner, key -> resource, AutoCloseable.class);
    }

    /** Closes a resource at the end of the test or class. */
    static void closeAfter(AutoCloseable resource, ExtensionContext context) {
        context.getStore(NAMESPACE).put(resource, resource);
    }
}
