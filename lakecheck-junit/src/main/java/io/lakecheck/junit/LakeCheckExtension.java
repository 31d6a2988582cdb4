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
 * The extension that creates buckets before tests, runs checks after each test body and empties the buckets. It runs no
 * checks if the body threw an exception. Stateless.
 */
final class LakeCheckExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback {

    private final ExtensionSettings settings;

    /** Called by JUnit, for the annotations. */
    LakeCheckExtension() {
        this(ExtensionSettings.ANNOTATED);
    }

    LakeCheckExtension(ExtensionSettings settings) {
        this.settings = settings;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        fixture(context).prepareClass(buckets(context));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        fixture(context).prepareTest(buckets(context));
    }

    private List<String> buckets(ExtensionContext context) {
        return settings.setup(context).buckets();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        LakeVerifier verifier = fixture(context).verifier();
        boolean isLakeCheckTest =
                settings == ExtensionSettings.ANNOTATED && CheckInvocationProvider.isLakeCheckTest(context);
        if (!isLakeCheckTest && !verifier.hasOwnAssertions() && !hasBodyThrown(context)) {
            verifier.check().ifPresent(report -> report(report, context));
        }
    }

    /**
     * Returns whether the test body failed. A failed check from another registration of this extension doesn't count.
     */
    private static boolean hasBodyThrown(ExtensionContext context) {
        return context.getExecutionException()
                .filter(thrown -> thrown != LakeStore.firstFailure(context))
                .isPresent();
    }

    private static void report(Report report, ExtensionContext context) {
        try {
            new FindingsReporter(report).report(context);
        } catch (LakeException | AssertionError failure) {
            LakeStore.storeFailure(failure, context);
            throw failure;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Reset reset = settings.setup(context).reset();
        if (reset == Reset.AFTER_EACH) {
            fixture(context).buckets().emptyAll();
        } else if (reset == Reset.AFTER_CLASS) {
            fixture(context).buckets().empty();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (settings.setup(context).reset() != Reset.NEVER) {
            fixture(context).buckets().empty();
        }
    }

    private LakeFixture fixture(ExtensionContext context) {
        return LakeStore.fixture(settings, context);
    }
}
