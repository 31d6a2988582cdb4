// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Provides JUnit with one invocation of a {@link LakeCheckTest} for each check. The invocation that runs first runs the
 * test body; the others reuse its report.
 */
final class CheckInvocationProvider implements TestTemplateInvocationContextProvider {

    /** Returns whether the test is a {@link LakeCheckTest}. Its invocations report their findings themselves. */
    static boolean isLakeCheckTest(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> AnnotationSupport.isAnnotated(method, LakeCheckTest.class))
                .orElse(false);
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return isLakeCheckTest(context);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        List<DatasetRun> runs = LakeStore.fixture(ExtensionSettings.ANNOTATED, context)
                .verifier()
                .datasets();
        if (runs.isEmpty()) {
            throw new ExtensionConfigurationException("@LakeCheckTest method " + context.getDisplayName()
                    + " has no checks. Add a @LakeCheck to the method or its class.");
        }
        SharedBody body = new SharedBody();
        List<TestTemplateInvocationContext> invocations = new ArrayList<>();
        for (DatasetRun run : runs) {
            for (Check check : run.dataset().checks()) {
                invocations.add(new CheckInvocation(invocations.size(), name(run, check), body));
            }
        }
        return invocations.stream();
    }

    private static String name(DatasetRun run, Check check) {
        Dataset dataset = run.dataset();
        String label = run.partition().label();
        return dataset.name() + (label.isEmpty() ? " " : " " + label + " ") + check.name();
    }

    /** The test body, which runs only once, and the report of the checks that follow it. */
    private static final class SharedBody {

        private @Nullable Report report;
        private @Nullable Throwable failure;

        synchronized Report report(InvocationInterceptor.Invocation<@Nullable Void> invocation, TestLake fixture)
                throws Throwable {
            if (report != null || failure != null) {
                invocation.skip();
            } else {
                run(invocation, fixture);
            }
            if (report == null) {
                throw new TestAbortedException("the test body failed", failure);
            }
            return report;
        }

        private void run(InvocationInterceptor.Invocation<@Nullable Void> invocation, TestLake fixture)
                throws Throwable {
            try {
                invocation.proceed();
                report = fixture.verifier().check().orElseThrow();
            } catch (Throwable e) {
                failure = e;
                throw e;
            }
        }
    }

    private record CheckInvocation(int index, String name, SharedBody body)
            implements TestTemplateInvocationContext, InvocationInterceptor {

        @Override
        public String getDisplayName(int invocation) {
            return name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> method,
                ExtensionContext context)
                throws Throwable {
            TestLake lake = LakeStore.fixture(ExtensionSettings.ANNOTATED, context);
            Report report = body.report(invocation, lake);
            Finding finding = report.findings().get(index);
            FindingsReporter row = new FindingsReporter(
                    List.of(finding), index == 0 ? report.notices() : List.of(), lake.onSkip(), lake::writtenNear);
            row.publish(context);
            row.throwProblems();
            if (index == 0) {
                new FindingsReporter(report, lake).throwIfNothingJudged();
            }
            if (finding.outcome() == Outcome.SKIPPED) {
                throw skipped(finding, lake.onSkip());
            }
            row.print(context);
        }

        /** Returns the exception that ends the invocation for a SKIPPED check, so that it isn't shown as passed. */
        private static Throwable skipped(Finding finding, SkipPolicy onSkip) {
            return onSkip == SkipPolicy.FAIL
                    ? new AssertionFailedError(finding.text() + "; this fails the test because onSkip = FAIL")
                    : new TestAbortedException(finding.text());
        }
    }
}
