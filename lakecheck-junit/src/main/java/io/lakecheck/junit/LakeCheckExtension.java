// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import io.lakecheck.lake.LakeException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The extension that creates buckets before tests, runs checks after each test body, and empties the buckets
 * afterwards. If the test body throws an exception, no checks run. Stateless.
 */
final class LakeCheckExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                InvocationInterceptor,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback {

    private final ExtensionSettings settings;

    /** JUnit calls this constructor if a test uses lakecheck's annotations. */
    LakeCheckExtension() {
        this(ExtensionSettings.ANNOTATED);
    }

    LakeCheckExtension(ExtensionSettings settings) {
        Requirements.check();
        this.settings = settings;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        lake(context).prepareSharedBuckets();
        if (settings.setup(context).systemProperties()) {
            LakeStore.closeAfter(SdkProperties.set(lake(context).lake()), context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestLake lake = lake(context);
        if (lake.verifier().needsArguments() && isTemplate(context)) {
            lake.prepareSharedBuckets();
            return;
        }
        lake.verifier().bind(TestArguments.NONE);
        lake.prepareTest();
    }

    private static boolean isTemplate(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, TestTemplate.class))
                .isPresent();
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        TestLake lake = lake(context);
        if (lake.verifier().needsArguments()) {
            lake.verifier().bind(TestArguments.of(method.getExecutable(), method.getArguments()));
            lake.prepareTest();
        }
        invocation.proceed();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        LakeVerifier verifier = lake(context).verifier();
        boolean isLakeCheckTest =
                settings == ExtensionSettings.ANNOTATED && CheckInvocationProvider.isLakeCheckTest(context);
        if (!isLakeCheckTest && !verifier.hasOwnAssertions() && !hasBodyThrown(context)) {
            verifier.check().ifPresent(report -> report(report, context));
        }
    }

    /**
     * Returns whether the test body threw an exception. A failed check doesn't count, even if it was reported by
     * another instance of this extension.
     */
    private static boolean hasBodyThrown(ExtensionContext context) {
        return context.getExecutionException()
                .filter(thrown -> thrown != LakeStore.firstFailure(context))
                .isPresent();
    }

    private void report(Report report, ExtensionContext context) {
        try {
            new FindingsReporter(report, lake(context)).report(context);
        } catch (LakeException | NothingJudgedException | AssertionError failure) {
            LakeStore.storeFailure(failure, context);
            throw failure;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        reset(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        reset(context);
    }

    private void reset(ExtensionContext context) {
        lake(context).reset(context.getExecutionMode() == ExecutionMode.CONCURRENT);
    }

    private TestLake lake(ExtensionContext context) {
        return LakeStore.fixture(settings, context);
    }
}
