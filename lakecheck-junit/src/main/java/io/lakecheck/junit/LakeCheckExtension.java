// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import io.lakecheck.lake.LakeException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prepares buckets before tests, judges the lake after a test's body, before its {@code @AfterEach} methods, and
 * empties buckets. A body that threw speaks for itself: nothing is judged then. Stateless.
 */
final class LakeCheckExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback {

    private final ExtensionSettings plan;

    /** For JUnit, which makes it for the annotations. */
    LakeCheckExtension() {
        this(ExtensionSettings.ANNOTATED);
    }

    LakeCheckExtension(ExtensionSettings plan) {
        this.plan = plan;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        prepare(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        prepare(context);
        // A mistake is told before the body runs, not after.
        fixture(context).trials();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        LakeFixture fixture = fixture(context);
        boolean isRow = plan == ExtensionSettings.ANNOTATED && CheckRows.isRow(context);
        if (!isRow && !fixture.hasOwnAssertions() && !bodyThrew(context)) {
            fixture.judge().ifPresent(report -> report(report, context));
        }
    }

    /** Another plan's verdict, an annotation's beside a builder's, is no reason to keep one's own back. */
    private static boolean bodyThrew(ExtensionContext context) {
        return context.getExecutionException()
                .filter(thrown -> thrown != LakeStore.verdict(context))
                .isPresent();
    }

    private static void report(Report report, ExtensionContext context) {
        try {
            new FindingsReporter(report).report(context);
        } catch (LakeException | AssertionError verdict) {
            LakeStore.remember(verdict, context);
            throw verdict;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Reset reset = plan.setup(context).reset();
        if (reset == Reset.AFTER_EACH) {
            fixture(context).emptyAll();
        } else if (reset == Reset.AFTER_CLASS) {
            fixture(context).empty();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (plan.setup(context).reset() != Reset.NEVER) {
            fixture(context).empty();
        }
    }

    private void prepare(ExtensionContext context) {
        List<String> buckets = plan.setup(context).buckets();
        fixture(context).makeBuckets(buckets);
    }

    private LakeFixture fixture(ExtensionContext context) {
        return LakeStore.fixture(plan, context);
    }
}
