// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Notice;
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
import org.opentest4j.TestAbortedException;

/** Makes a row of each check of a {@link LakeCheckTest}. The first row runs the body; the others take its report. */
final class CheckRows implements TestTemplateInvocationContextProvider {

    /** Whether this is a row, which tells its own verdict. */
    static boolean isRow(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> AnnotationSupport.isAnnotated(method, LakeCheckTest.class))
                .orElse(false);
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return isRow(context);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        List<DatasetRun> trials =
                LakeStore.fixture(ExtensionSettings.ANNOTATED, context).trials();
        if (trials.isEmpty()) {
            throw new ExtensionConfigurationException("@LakeCheckTest " + context.getDisplayName()
                    + " has no checks; write a @LakeCheck beside it, or on its class");
        }
        Body body = new Body();
        List<TestTemplateInvocationContext> rows = new ArrayList<>();
        for (DatasetRun trial : trials) {
            for (Check check : trial.dataset().checks()) {
                rows.add(new Row(rows.size(), name(trial, check), body));
            }
        }
        return rows.stream();
    }

    private static String name(DatasetRun trial, Check check) {
        Dataset dataset = trial.dataset();
        String label = trial.partition().label();
        return dataset.name() + (label.isEmpty() ? " " : " " + label + " ") + check.name();
    }

    /**
     * The one run of a test's body, and what was found behind it. Whichever row comes first runs it, the others wait.
     */
    private static final class Body {

        private @Nullable Report report;
        private @Nullable Throwable thrown;

        synchronized Report report(InvocationInterceptor.Invocation<@Nullable Void> invocation, LakeFixture fixture)
                throws Throwable {
            if (report != null || thrown != null) {
                invocation.skip();
            } else {
                run(invocation, fixture);
            }
            if (report == null) {
                throw new TestAbortedException("the test's body failed", thrown);
            }
            return report;
        }

        private void run(InvocationInterceptor.Invocation<@Nullable Void> invocation, LakeFixture fixture)
                throws Throwable {
            try {
                invocation.proceed();
                report = fixture.judge().orElseThrow();
            } catch (Throwable e) {
                thrown = e;
                throw e;
            }
        }
    }

    private record Row(int index, String name, Body body)
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
            Report report = body.report(invocation, LakeStore.fixture(ExtensionSettings.ANNOTATED, context));
            List<Notice> notices = index == 0 ? report.notices() : List.of();
            new FindingsReporter(List.of(report.findings().get(index)), notices).report(context);
        }
    }
}
