// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps servers for the run and fixtures for tests and classes, in JUnit's stores: JUnit closes them in the right
 * order.
 */
final class LakeStore {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(LakeStore.class);

    private static final String VERDICT = "verdict";

    /** A context's own: a store would also find the fixture of the class around. */
    private record FixtureKey(ExtensionSettings plan, String context) {}

    private record ChoiceKey(Backend asked, String image) {}

    private LakeStore() {}

    /** The fixture of this test or class; made when first asked for, within the one of the class around it. */
    static LakeFixture fixture(ExtensionSettings plan, ExtensionContext context) {
        return context.getStore(OURS)
                .getOrComputeIfAbsent(
                        new FixtureKey(plan, context.getUniqueId()),
                        key -> new LakeFixture(
                                around(plan, context),
                                running(plan.setup(context), context),
                                JUnitSettings.of(context),
                                plan.expectations(context)),
                        LakeFixture.class);
    }

    /** The verdict that was thrown first in this test, if one was. */
    static @Nullable Throwable verdict(ExtensionContext context) {
        return context.getStore(OURS).get(VERDICT, Throwable.class);
    }

    static void remember(Throwable verdict, ExtensionContext context) {
        Throwable first = verdict(context);
        if (first == null) {
            context.getStore(OURS).put(VERDICT, verdict);
        }
    }

    private static Optional<LakeFixture> around(ExtensionSettings plan, ExtensionContext context) {
        Optional<ExtensionContext> parent = context.getParent();
        while (parent.isPresent()) {
            Optional<LakeFixture> found = parent.map(
                    each -> each.getStore(OURS).get(new FixtureKey(plan, each.getUniqueId()), LakeFixture.class));
            if (found.isPresent()) {
                return found;
            }
            parent = parent.flatMap(ExtensionContext::getParent);
        }
        return Optional.empty();
    }

    private static RunningLake running(ExtensionSettings.LakeSetup setup, ExtensionContext context) {
        ExtensionContext.Store run = context.getRoot().getStore(OURS);
        ServerChoice choice = run.getOrComputeIfAbsent(
                new ChoiceKey(setup.backend(), setup.image()),
                key -> ServerChoice.of(
                        setup.backend(), setup.image(), JUnitSettings.of(context), Docker::throughTestcontainers),
                ServerChoice.class);
        return run.getOrComputeIfAbsent(choice.withoutWhy(), key -> new RunningLake(start(choice)), RunningLake.class);
    }

    private static LakeServer start(ServerChoice choice) {
        LakeServer server = choice.start();
        choice.reason().ifPresent(why -> TestConsole.say("lakecheck: tests use " + server + " (" + why + ")"));
        return server;
    }
}
